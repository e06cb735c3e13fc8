import { useTranslation } from 'react-i18next';
import { TaskRow } from '@/features/views/TaskRow';
import { useShownTasks } from '@/features/views/useShownTasks';
import type { ViewProps } from '@/features/views/viewProps';
import styles from '@/features/views/views.module.css';
import type { Sort } from '@/lib/sort';
import { sorted } from '@/lib/sort';
import { selectSection } from '@/state/board';
import { useAppSelector } from '@/state/hooks';

/** The board's sections one under the other: the same tasks, a line each. */
export function ListView({ sort, ...view }: ViewProps & { sort: Sort }) {
  const groups = useShownTasks(view.listId);
  return (
    <div className={styles['view']} data-testid="list-view">
      {groups.map(({ sectionId, tasks }) => (
        <section key={sectionId} className={styles['group']} aria-labelledby={`group-${sectionId}`}>
          <GroupHead listId={view.listId} sectionId={sectionId} count={tasks.length} />
          <ul>
            {sorted(tasks, sort).map((task) => (
              <TaskRow key={task.taskId} {...view} task={task} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function GroupHead({ listId, sectionId, count }: { listId: string; sectionId: string; count: number }) {
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
