import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import styles from '@/features/connection/connection.module.css';
import { retryRequested, selectBadge } from '@/state/connection';
import { useAppDispatch, useAppSelector } from '@/state/hooks';
import { sessionEnded } from '@/state/session';
import { Icon } from '@/ui/Icon';

/** One line above the content while something needs to be known: what happened, what is safe, the one action. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const { kind, unsent, reason } = useAppSelector(selectBadge);

  if (kind === 'catchingUp')
    return <div className={styles['progress']} role="status" aria-label={t('connection.catchingUp')} />;
  if (kind === 'offline') {
    return (
      <div className={styles['banner']} role="status">
        <Icon name="offline" />
        <span>{t('connection.offlineKept', { count: unsent })}</span>
        <Button size="small" color="inherit" onClick={() => dispatch(retryRequested())}>
          {t('shell.retry')}
        </Button>
      </div>
    );
  }
  // A list that is gone says so in its own place.
  if (kind !== 'failed' || reason === 'gone') return null;
  const needsAuth = reason === 'needsAuth';
  return (
    <div className={styles['banner']} data-tone="bad" role="alert">
      <Icon name="alert" />
      <span>{t(`connection.failed.${reason ?? 'other'}`)}</span>
      <Button size="small" color="inherit" onClick={() => (needsAuth ? dispatch(sessionEnded()) : location.reload())}>
        {t(needsAuth ? 'shell.signIn' : 'shell.reload')}
      </Button>
    </div>
  );
}
