import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/features/newVersion/newVersion.module.css';
import { useQuiet } from '@/features/newVersion/useQuiet';
import { ownEntry, startServiceWorker } from '@/lib/serviceWorker';
import { selectBadge } from '@/state/connection';
import { useAppSelector } from '@/state/hooks';

/** Says that a newer build is there, when nobody is in the middle of something and nothing waits to be sent. */
export function NewVersion() {
  const { t } = useTranslation();
  const { unsent } = useAppSelector(selectBadge);
  const [isNew, setNew] = useState(false);
  const isQuiet = useQuiet(isNew && unsent === 0);
  useEffect(() => startServiceWorker((entry) => setNew(entry !== ownEntry())), []);

  if (!isNew || !isQuiet) return null;
  return (
    <div className={styles['notice']} role="status" data-testid="new-version">
      <span>{t('shell.newVersion')}</span>
      <button type="button" onClick={() => location.reload()}>
        {t('shell.reload')}
      </button>
      <button type="button" onClick={() => setNew(false)}>
        {t('shell.later')}
      </button>
    </div>
  );
}
