import { type RefObject, useMemo } from 'react';
import { GroupHead } from '@/features/views/GroupHead';
import { TaskRow } from '@/features/views/TaskRow';
import type { Group } from '@/features/views/useShownTasks';
import { useWindow } from '@/features/views/useWindow';
import type { ViewProps } from '@/features/views/viewProps';
import styles from '@/features/views/views.module.css';

interface Props extends ViewProps {
  groups: readonly Group[];
  scroll: RefObject<HTMLElement | null>;
}

/** Heads and rows in one row of entries, of which only those near the window are mounted. */
export function WindowedList({ groups, scroll, ...view }: Props) {
  const entries = useMemo(
    () =>
      groups.flatMap(({ sectionId, tasks }) => [
        { key: sectionId, sectionId, count: tasks.length, task: undefined },
        ...tasks.map((task) => ({ key: task.taskId, sectionId, count: 0, task })),
      ]),
    [groups],
  );
  const window = useWindow(
    scroll,
    useMemo(() => entries.map(({ key }) => key), [entries]),
  );
  return (
    <ul className={styles['windowed']} style={{ height: window.getTotalSize() }}>
      {window.getVirtualItems().map(({ index, key, start }) => {
        const entry = entries[index];
        return (
          entry && (
            <li
              key={key}
              ref={window.measureElement}
              data-index={index}
              aria-posinset={index + 1}
              aria-setsize={entries.length}
              style={{ transform: `translateY(${start}px)` }}
            >
              {entry.task ? (
                <TaskRow {...view} task={entry.task} />
              ) : (
                <GroupHead listId={view.listId} sectionId={entry.sectionId} count={entry.count} />
              )}
            </li>
          )
        );
      })}
    </ul>
  );
}
