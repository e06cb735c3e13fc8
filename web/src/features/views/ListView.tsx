import { useMemo } from 'react';
import { GroupHead } from '@/features/views/GroupHead';
import { SortChoice } from '@/features/views/SortChoice';
import { TaskRow } from '@/features/views/TaskRow';
import { useShownTasks } from '@/features/views/useShownTasks';
import { windowedFrom } from '@/features/views/useWindow';
import type { ViewProps } from '@/features/views/viewProps';
import styles from '@/features/views/views.module.css';
import { WindowedList } from '@/features/views/WindowedList';
import { type Sort, sorted } from '@/lib/sort';

interface Props extends ViewProps {
  sort: Sort;
  onSort: (sort: Sort) => void;
}

/** The board's sections one under the other: the same tasks, a line each. */
export function ListView({ sort, onSort, ...view }: Props) {
  const shown = useShownTasks(view.listId);
  const groups = useMemo(() => shown.map((group) => ({ ...group, tasks: sorted(group.tasks, sort) })), [shown, sort]);
  const isLong = groups.reduce((sum, { tasks }) => sum + tasks.length, 0) > windowedFrom;
  return (
    <div className={styles['view']} data-testid="list-view">
      <SortChoice sort={sort} onSort={onSort} />
      {isLong ? (
        <WindowedList {...view} groups={groups} />
      ) : (
        groups.map(({ sectionId, tasks }) => (
          <section key={sectionId} className={styles['group']} aria-labelledby={`group-${sectionId}`}>
            <GroupHead listId={view.listId} sectionId={sectionId} count={tasks.length} />
            <ul>
              {tasks.map((task) => (
                <li key={task.taskId}>
                  <TaskRow {...view} task={task} />
                </li>
              ))}
            </ul>
          </section>
        ))
      )}
    </div>
  );
}
