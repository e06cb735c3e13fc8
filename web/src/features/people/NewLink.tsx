import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/features/people/people.module.css';
import { Icon } from '@/ui/Icon';

/** The link as it came from the server, shown this once: only its hash is kept there. */
export function NewLink({ url }: { url: string }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  // A gateway behind a proxy may know its own name only in part; the browser knows the address it came from.
  const link = new URL(url, location.origin).href;

  const copy = async () => {
    input.current?.select();
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      // No clipboard over plain http: the text is selected, one key away.
    }
  };

  return (
    <div className={styles['ready']}>
      <p role="status">{isCopied ? t('people.linkCopied') : t('people.linkReady')}</p>
      <div className={styles['readyRow']}>
        <OutlinedInput
          inputRef={input}
          value={link}
          readOnly
          fullWidth
          onFocus={(event) => event.target.select()}
          inputProps={{ 'aria-label': t('people.link'), 'data-testid': 'invite-link' }}
        />
        <Button variant="outlined" startIcon={<Icon name={isCopied ? 'check' : 'copy'} />} onClick={() => void copy()}>
          {t('people.copyLink')}
        </Button>
      </div>
    </div>
  );
}
