import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { InboxItem } from '@/contract/rest';
import styles from '@/features/inbox/inbox.module.css';
import { formatDay, formatMoment } from '@/i18n/format';
import { useLanguage } from '@/i18n/useLanguage';

export function InboxRow({ item }: { item: InboxItem }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = {
    assigned: t('inbox.assigned', { task: item.taskTitle ?? '…' }),
    mentioned: t('inbox.mentioned', { task: item.taskTitle ?? '…' }),
    commented: t('inbox.commented', { task: item.taskTitle ?? '…' }),
    due: t('inbox.due', { task: item.taskTitle ?? '…', date: item.dueAt ? formatMoment(language, item.dueAt) : '…' }),
    roleChanged: t('inbox.roleChanged', { role: item.role ? t(`people.roles.${item.role}`) : '…' }),
    removedFromList: t('inbox.removedFromList'),
    transferWaiting: t('inbox.transferWaiting', { task: item.taskTitle ?? '…' }),
  }[item.kind];
  const text = (
    <>
      <span className={styles['words']} dir="auto">
        {words}
      </span>
      <span className={styles['facts']} dir="auto">
        {item.listName} · <time title={formatMoment(language, item.at)}>{formatDay(language, item.at)}</time>
      </span>
    </>
  );
  const target = item.taskId ? `/l/${item.listId}/t/${item.taskId}` : `/l/${item.listId}`;
  return (
    <li className={styles['item']} data-unread={!item.read || undefined}>
      {!item.read && <span className={styles['mark']} role="img" aria-label={t('inbox.isNew')} />}
      {item.kind === 'removedFromList' ? <span>{text}</span> : <Link to={target}>{text}</Link>}
    </li>
  );
}
