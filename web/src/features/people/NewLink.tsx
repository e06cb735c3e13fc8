import { useTranslation } from 'react-i18next';
import { OnceSecret } from '@/ui/OnceSecret';

/** The link as it came from the server, shown this once: only its hash is kept there. */
export function NewLink({ url }: { url: string }) {
  const { t } = useTranslation();
  return (
    <OnceSecret
      // A gateway behind a proxy may know its own name only in part; the browser knows the address it came from.
      value={new URL(url, location.origin).href}
      label={t('people.link')}
      words={t('people.linkReady')}
      copyWords={t('people.copyLink')}
      copiedWords={t('people.linkCopied')}
      testId="invite-link"
    />
  );
}
