import { useTranslation } from 'react-i18next';
import styles from '@/features/connection/connection.module.css';
import { selectBadge } from '@/state/connection';
import { useAppSelector } from '@/state/hooks';

/** The quiet sign at the foot of the navigation: everything saved, saving, or what stands in the way. */
export function ConnectionBadge({ compact }: { compact: boolean }) {
  const { t } = useTranslation();
  const { kind, unsent } = useAppSelector(selectBadge);
  const words = {
    live: t('connection.short.live'),
    saving: t('connection.short.saving', { count: unsent }),
    connecting: t('connection.connecting'),
    catchingUp: t('connection.catchingUp'),
    offline: unsent > 0 ? t('connection.short.offlineKept', { count: unsent }) : t('connection.short.offline'),
    failed: t('connection.short.failed'),
  }[kind];
  return (
    <span className={styles['badge']} data-kind={kind} data-testid="connection" data-unsent={unsent} title={words}>
      <span className={styles['light']} />
      <span className={compact ? 'visuallyHidden' : styles['words']}>{words}</span>
    </span>
  );
}
