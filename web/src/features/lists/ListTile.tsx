import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MyList } from '@/contract/rest';
import { ListDot } from '@/features/lists/ListDot';
import styles from '@/features/lists/lists.module.css';

export function ListTile({ list }: { list: MyList }) {
  const { t } = useTranslation();
  return (
    <li>
      <Link className={styles['tile']} to={`/l/${list.listId}`}>
        <span className={styles['tileName']} dir="auto">
          {list.name}
        </span>
        <span className={styles['tileFacts']}>
          <ListDot listId={list.listId} />
          {t(`people.roles.${list.role}`)}
        </span>
      </Link>
    </li>
  );
}
