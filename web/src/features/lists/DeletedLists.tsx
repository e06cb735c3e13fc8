import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import styles from '@/features/lists/lists.module.css';
import { formatDay } from '@/i18n/format';
import { useLanguage } from '@/i18n/useLanguage';
import { useDeletedListsQuery, useRestoreListMutation } from '@/state/api';
import { useNow } from '@/ui/useNow';

/** What its owner deleted and can still bring back; nothing at all where there is none. */
export function DeletedLists() {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const { data } = useDeletedListsQuery();
  const [restore, { isLoading }] = useRestoreListMutation();
  if (!data || data.length === 0) return null;
  return (
    <section className={styles['deleted']} data-testid="deleted-lists">
      <h2>{t('lists.deleted')}</h2>
      <ul>
        {data.map(({ listId, name, deletedAt }) => (
          <li key={listId}>
            <span dir="auto">{name}</span>
            <span className={styles['deletedAt']}>
              {t('lists.deletedAt', { date: formatDay(language, deletedAt, now) })}
            </span>
            <Button size="small" disabled={isLoading} onClick={() => void restore(listId)}>
              {t('lists.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
