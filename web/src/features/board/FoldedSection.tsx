import { useTranslation } from 'react-i18next';
import styles from '@/features/board/FoldedSection.module.css';
import { focusSection } from '@/features/board/focusSection';
import { selectSection } from '@/state/board';
import { sectionUnfolded } from '@/state/collapsed';
import { selectShownIds } from '@/state/filter';
import { useAppDispatch, useAppSelector } from '@/state/hooks';

interface Props {
  listId: string;
  sectionId: string;
}

/** A strip with the section's name. A press opens it, and so does a card that is dragged over it. */
export function FoldedSection({ listId, sectionId }: Props) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const name = useAppSelector((state) => selectSection(state, listId, sectionId))?.name;
  const count = useAppSelector((state) => selectShownIds(state, listId, sectionId)).length;
  if (name === undefined) return null;
  const open = () => dispatch(sectionUnfolded(sectionId));
  const onPress = () => {
    open();
    focusSection(sectionId);
  };
  return (
    <section className={styles['folded']} data-drag-id={sectionId} data-testid="folded-section">
      <button
        type="button"
        aria-expanded={false}
        aria-label={`${t('board.unfold', { section: name })}, ${t('board.tasks', { count })}`}
        onClick={onPress}
        onDragEnter={open}
      >
        <span className={styles['count']}>{count}</span>
        <span className={styles['name']} dir="auto">
          {name}
        </span>
      </button>
    </section>
  );
}
