import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MyList } from '@/contract/rest';
import { ListDot } from '@/features/lists/ListDot';
import styles from '@/features/lists/lists.module.css';
import { formatDay } from '@/i18n/format';
import { useLanguage } from '@/i18n/useLanguage';

export function ListTile({ list }: { list: MyList }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <li>
      <Link className={styles['tile']} to={`/l/${list.listId}`}>
        <span className={styles['tileName']} dir="auto">
          {list.name}
        </span>
        <span className={styles['tileFacts']}>
          <ListDot listId={list.listId} />
          <span>
            {t(`people.roles.${list.role}`)} · {t('lists.joined', { date: formatDay(language, list.joinedAt) })}
          </span>
        </span>
      </Link>
    </li>
  );
}
