import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { InboxRow } from '@/features/inbox/InboxRow';
import styles from '@/features/inbox/inbox.module.css';
import { useInboxQuery, useMarkInboxReadMutation } from '@/state/api';
import { EmptyState } from '@/ui/EmptyState';

export function InboxPage() {
  const { t } = useTranslation();
  const { data: items } = useInboxQuery();
  const [markRead] = useMarkInboxReadMutation();
  const hasUnread = items?.some((item) => !item.read) ?? false;
  const newest = items?.[0];
  return (
    <div className={styles['page']} data-testid="inbox">
      <div className={styles['head']}>
        <h1>{t('inbox.title')}</h1>
        {hasUnread && newest && (
          <Button variant="outlined" size="small" onClick={() => void markRead({ upTo: newest.notificationId })}>
            {t('inbox.markRead')}
          </Button>
        )}
      </div>
      {items?.length === 0 && <EmptyState icon="inbox" title={t('inbox.emptyTitle')} text={t('inbox.emptyText')} />}
      <ul className={styles['items']}>
        {items?.map((item) => (
          <InboxRow key={item.notificationId} item={item} />
        ))}
      </ul>
    </div>
  );
}
