import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useRef } from 'react';
import { Card } from '@/features/board/Card';
import type { CardListProps } from '@/features/board/cardStates';
import styles from '@/features/board/Section.module.css';

// A one-line card with facts; measured heights replace the guess as cards appear.
const guessedHeight = 64;
const gap = 6;

/** Mounts what is near the window, and always the current and the edited card: focus and typing must not be lost. */
export function VirtualCardList(props: CardListProps) {
  const { taskIds, listId, currentId, editingId, openTaskId, canEdit, onTitle, onEditEnd } = props;
  const list = useRef<HTMLOListElement>(null);

  const rangeExtractor = useCallback(
    (range: Range) => {
      const kept = [currentId, editingId].map((id) => (id ? taskIds.indexOf(id) : -1)).filter((index) => index >= 0);
      return [...new Set([...defaultRangeExtractor(range), ...kept])].sort((a, b) => a - b);
    },
    [taskIds, currentId, editingId],
  );

  const virtual = useVirtualizer({
    count: taskIds.length,
    // Its own node's parent: the section's ref is not attached yet when this measures for the first time.
    getScrollElement: () => list.current?.parentElement ?? null,
    estimateSize: () => guessedHeight,
    getItemKey: (index) => taskIds[index] ?? index,
    gap,
    overscan: 6,
    rangeExtractor,
  });

  return (
    <ol ref={list} className={styles['windowed']} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, key, start }) => {
        const taskId = taskIds[index];
        if (taskId === undefined) return null;
        return (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            data-drag-id={taskId}
            aria-posinset={index + 1}
            aria-setsize={taskIds.length}
            style={{ transform: `translateY(${start}px)` }}
          >
            <Card
              listId={listId}
              taskId={taskId}
              isCurrent={taskId === currentId}
              isEntry={index === 0}
              isEditing={taskId === editingId}
              isOpen={taskId === openTaskId}
              canEdit={canEdit}
              onTitle={onTitle}
              onEditEnd={onEditEnd}
            />
          </li>
        );
      })}
    </ol>
  );
}
