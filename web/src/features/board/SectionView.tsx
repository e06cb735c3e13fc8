import { memo, useCallback, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CardList } from '@/features/board/CardList';
import type { CardStates } from '@/features/board/cardStates';
import { QuickAdd } from '@/features/board/QuickAdd';
import styles from '@/features/board/Section.module.css';
import { SectionHead } from '@/features/board/SectionHead';
import { useAddTask } from '@/features/board/useAddTask';
import { selectSection } from '@/state/board';
import { selectShownIds } from '@/state/filter';
import { useAppSelector } from '@/state/hooks';
import { DropLine } from '@/ui/dnd/DropLine';
import { useDragSource } from '@/ui/dnd/useDragSource';
import { useDropList } from '@/ui/dnd/useDropList';
import { Icon } from '@/ui/Icon';

interface Props extends CardStates {
  listId: string;
  sectionId: string;
  onOpen: (taskId: string) => void;
  onMoved: (taskId: string, sectionId: string, afterTaskId: string | null) => void;
}

/** One column of the board: head, cards with their own scroll, and the place to add at the foot. */
export const SectionView = memo(function SectionView({ listId, sectionId, onOpen, onMoved, ...cards }: Props) {
  const { t } = useTranslation();
  const section = useAppSelector((state) => selectSection(state, listId, sectionId));
  const taskIds = useAppSelector((state) => selectShownIds(state, listId, sectionId));
  const total = section?.taskIds.length ?? 0;
  const [adding, setAdding] = useState<'top' | 'foot'>();
  const element = useRef<HTMLElement>(null);
  const head = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const headingId = useId();
  const { canEdit } = cards;

  const onAdd = useAddTask(listId, sectionId, adding, scroller, onOpen);
  const onDrop = useCallback(
    (taskId: string, afterTaskId: string | null) => onMoved(taskId, sectionId, afterTaskId),
    [onMoved, sectionId],
  );
  useDragSource(element, { kind: 'section', id: sectionId, enabled: canEdit, handle: head });
  useDropList(element, {
    kind: 'task',
    axis: 'y',
    enabled: canEdit,
    list: scroller,
    line,
    itemSelector: '[data-drag-id]',
    gap: 6,
    onDrop,
  });
  if (!section) return null;

  const quickAdd = (
    <QuickAdd
      key={adding}
      listId={listId}
      label={t('board.addTaskTo', { section: section.name })}
      onAdd={onAdd}
      onClose={() => setAdding(undefined)}
    />
  );
  return (
    <section
      ref={element}
      className={styles['section']}
      aria-labelledby={headingId}
      data-drag-id={sectionId}
      data-testid="section"
    >
      <SectionHead
        ref={head}
        listId={listId}
        sectionId={sectionId}
        name={section.name}
        headingId={headingId}
        count={total}
        shown={taskIds.length}
        limit={section.limit}
        canEdit={canEdit}
        onAdd={() => setAdding('top')}
      />
      <div ref={scroller} className={styles['scroller']}>
        {adding === 'top' && <div className={styles['topAdd']}>{quickAdd}</div>}
        <CardList listId={listId} taskIds={taskIds} {...cards} />
        <DropLine axis="y" ref={line} />
      </div>
      {adding === 'foot' && <div className={styles['footAdd']}>{quickAdd}</div>}
      {canEdit && adding !== 'foot' && (
        <button type="button" className={styles['addTask']} data-testid="add-task" onClick={() => setAdding('foot')}>
          <Icon name="add" />
          {t('board.addTask')}
        </button>
      )}
    </section>
  );
});
