import { useMemo, useRef } from 'react';
import { GroupHead } from '@/features/views/GroupHead';
import { TaskRow } from '@/features/views/TaskRow';
import type { Group } from '@/features/views/useShownTasks';
import { useWindow } from '@/features/views/useWindow';
import type { ViewProps } from '@/features/views/viewProps';
import styles from '@/features/views/views.module.css';

interface Props extends ViewProps {
  groups: readonly Group[];
}

/** Heads and rows in one row of entries, of which only those near the window are mounted. */
export function WindowedList({ groups, ...view }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const entries = useMemo(
    () =>
      groups.flatMap(({ sectionId, tasks }) => [
        { key: sectionId, sectionId, count: tasks.length, task: undefined },
        ...tasks.map((task) => ({ key: task.taskId, sectionId, count: 0, task })),
      ]),
    [groups],
  );
  const window = useWindow(
    // Its own node's parent: the view's ref is not attached yet when this measures for the first time.
    () => list.current?.parentElement ?? null,
    useMemo(() => entries.map(({ key }) => key), [entries]),
  );
  return (
    <ul ref={list} className={styles['windowed']} style={{ height: window.getTotalSize() }}>
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
