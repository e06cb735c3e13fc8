import { useTranslation } from 'react-i18next';
import styles from '@/features/views/views.module.css';
import { selectSection } from '@/state/board';
import { useAppSelector } from '@/state/hooks';

interface Props {
  listId: string;
  sectionId: string;
  count: number;
}

export function GroupHead({ listId, sectionId, count }: Props) {
  const { t } = useTranslation();
  const section = useAppSelector((state) => selectSection(state, listId, sectionId));
  return (
    <h2 id={`group-${sectionId}`} className={styles['groupHead']} dir="auto">
      {section?.name}
      <span className={styles['count']}>
        <span aria-hidden="true">{count}</span>
        <span className="visuallyHidden">{t('board.tasks', { count })}</span>
      </span>
    </h2>
  );
}
