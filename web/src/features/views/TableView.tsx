import { type Ref, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Due, Labels, People, Priority } from '@/features/views/Facts';
import { useShownTasks } from '@/features/views/useShownTasks';
import { useWindow } from '@/features/views/useWindow';
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
  const scroll = useRef<HTMLDivElement>(null);
  const shown = useShownTasks(view.listId);
  const tasks = useMemo(
    () =>
      sorted(
        shown.flatMap((group) => group.tasks),
        sort,
      ),
    [shown, sort],
  );
  const window = useWindow(
    () => scroll.current,
    useMemo(() => tasks.map(({ taskId }) => taskId), [tasks]),
  );
  const rows = window.getVirtualItems();
  const before = rows[0]?.start ?? 0;
  const after = window.getTotalSize() - (rows.at(-1)?.end ?? 0);
  return (
    <div ref={scroll} className={styles['view']} data-testid="table-view">
      <table className={styles['table']} aria-rowcount={tasks.length + 1}>
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
          <Spacer height={before} />
          {rows.map(({ index, key }) => {
            const task = tasks[index];
            return task && <Row key={key} ref={window.measureElement} index={index} {...view} task={task} />;
          })}
          <Spacer height={after} />
        </tbody>
      </table>
    </div>
  );
}

/** Stands for the rows that are not mounted. */
function Spacer({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr className={styles['spacer']}>
      <td colSpan={columns.length + 1} style={{ height }} />
    </tr>
  );
}

interface RowProps extends ViewProps {
  task: BoardTask;
  index: number;
  ref: Ref<HTMLTableRowElement>;
}

function Row({ listId, task, openTaskId, onOpen, index, ref }: RowProps) {
  const scope = useAppSelector((state) => selectScope(state, listId));
  const section = useAppSelector((state) => selectSection(state, listId, task.sectionId));
  const isSelected = useAppSelector((state) => selectIsSelected(state, task.taskId));
  const of = { listId, task };
  return (
    <tr
      ref={ref}
      data-index={index}
      // The head is the first row.
      aria-rowindex={index + 2}
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
      <td className={styles['section']} dir="auto" title={section?.name}>
        {section?.name}
      </td>
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
