import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { ListDot } from '@/features/lists/ListDot';
import styles from '@/features/lists/lists.module.css';
import { useMyListsQuery } from '@/state/api';

/** My lists, one line each, in the navigation at the left. */
export function RailLists({ compact }: { compact: boolean }) {
  const { t } = useTranslation();
  const { data } = useMyListsQuery();
  const lists = data?.filter((list) => list.archivedAt === undefined);
  if (!lists || lists.length === 0) return null;
  return (
    <ul className={styles['rail']} aria-label={t('lists.title')}>
      {lists.map(({ listId, name }) => (
        <li key={listId}>
          <NavLink className={styles['railLink'] ?? ''} to={`/l/${listId}`} title={compact ? name : undefined}>
            <ListDot listId={listId} />
            <span className={compact ? 'visuallyHidden' : styles['railName']} dir="auto">
              {name}
            </span>
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
