import { useTranslation } from 'react-i18next';
import styles from '@/features/views/views.module.css';
import { type Sort, sorts } from '@/lib/sort';
import { Icon } from '@/ui/Icon';

interface Props {
  sort: Sort;
  onSort: (sort: Sort) => void;
}

export function SortChoice({ sort, onSort }: Props) {
  const { t } = useTranslation();
  return (
    <label className={styles['sort']}>
      {t('views.sort')}
      <span>
        <select value={sort} data-testid="sort" onChange={(event) => onSort(event.target.value as Sort)}>
          {sorts.map((each) => (
            <option key={each} value={each}>
              {t(`views.sorts.${each}`)}
            </option>
          ))}
        </select>
        <Icon name="down" size={14} />
      </span>
    </label>
  );
}
