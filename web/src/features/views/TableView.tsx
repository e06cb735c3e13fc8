import { useTranslation } from 'react-i18next';
import { Due, Labels, People, Priority } from '@/features/views/Facts';
import { useShownTasks } from '@/features/views/useShownTasks';
import type { ViewProps } from '@/features/views/viewProps';
import styles from '@/features/views/views.module.css';
import { type Sort, sorted } from '@/lib/sort';
import { type BoardTask, selectScope, selectSection } from '@/state/board';
import { taskNumber } from '@/state/family';
import { useAppSelector } from '@/state/hooks';
import { selectIsSelected } from '@/state/selection';

interface Props extends ViewProps {
  sort: Sort;
  onSort: (sort: Sort) => void;
}

const columns = [
  { name: 'task.title', sort: 'title' },
  { name: 'task.section', sort: 'board' },
  { name: 'task.assignees' },
  { name: 'task.priority', sort: 'priority' },
  { name: 'task.due', sort: 'due' },
  { name: 'task.labels' },
] as const;

/** Every task a row, every fact a column; a press on a column's head sorts by it. */
export function TableView({ sort, onSort, ...view }: Props) {
  const { t } = useTranslation();
  const tasks = useShownTasks(view.listId).flatMap((group) => group.tasks);
  return (
    <div className={styles['view']} data-testid="table-view">
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">№</th>
            {columns.map((column) => {
              const by = 'sort' in column ? column.sort : undefined;
              return (
                <th key={column.name} scope="col" aria-sort={by && by === sort ? 'ascending' : undefined}>
                  {by ? (
                    <button type="button" onClick={() => onSort(by === sort ? 'board' : by)}>
                      {t(column.name)}
                      {by === sort && by !== 'board' && <span aria-hidden="true"> ↑</span>}
                    </button>
                  ) : (
                    t(column.name)
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {sorted(tasks, sort).map((task) => (
            <Row key={task.taskId} {...view} task={task} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ listId, task, openTaskId, onOpen }: ViewProps & { task: BoardTask }) {
  const scope = useAppSelector((state) => selectScope(state, listId));
  const section = useAppSelector((state) => selectSection(state, listId, task.sectionId));
  const isSelected = useAppSelector((state) => selectIsSelected(state, task.taskId));
  const of = { listId, task };
  return (
    <tr
      data-task-id={task.taskId}
      data-testid="row"
      data-done={task.completedAt !== undefined || undefined}
      data-open={task.taskId === openTaskId || undefined}
      data-selected={isSelected || undefined}
    >
      <td className={styles['number']}>{taskNumber(scope, task.number)}</td>
      <td>
        <button type="button" className={styles['title']} dir="auto" onClick={() => onOpen(task.taskId)}>
          {task.title}
        </button>
      </td>
      <td dir="auto">{section?.name}</td>
      <td>
        <People task={task} />
      </td>
      <td>
        <Priority task={task} />
      </td>
      <td className={styles['facts']}>
        <Due task={task} />
      </td>
      <td>
        <Labels {...of} />
      </td>
    </tr>
  );
}
