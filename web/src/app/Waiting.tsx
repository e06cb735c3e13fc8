import { useTranslation } from 'react-i18next';
import styles from '@/app/Waiting.module.css';
import { Logo } from '@/ui/Logo';

/** Shown while the server is asked who this is; it fades in late, so that a quick answer shows nothing at all. */
export function Waiting() {
  const { t } = useTranslation();
  return (
    <main className={styles['waiting']} aria-busy="true" aria-label={t('shell.loading')}>
      <Logo />
    </main>
  );
}
