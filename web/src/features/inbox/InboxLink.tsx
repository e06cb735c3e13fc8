import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import styles from '@/features/inbox/inbox.module.css';
import { useInboxQuery } from '@/state/api';
import { Icon } from '@/ui/Icon';

/** The inbox in the navigation, with the number of unread entries. */
export function InboxLink({ compact }: { compact: boolean }) {
  const { t } = useTranslation();
  const { data: items } = useInboxQuery();
  const unread = items?.filter((item) => !item.read).length ?? 0;
  return (
    <NavLink
      className={styles['link'] ?? ''}
      data-compact={compact || undefined}
      to="/inbox"
      title={compact ? t('inbox.title') : undefined}
    >
      <Icon name="inbox" />
      <span className={compact ? 'visuallyHidden' : styles['linkName']}>{t('inbox.title')}</span>
      {unread > 0 && (
        <span className={styles['count']}>
          <span aria-hidden="true">{unread}</span>
          <span className="visuallyHidden">{t('inbox.unread', { count: unread })}</span>
        </span>
      )}
    </NavLink>
  );
}
