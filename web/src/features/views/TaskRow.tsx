import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '@/features/views/Facts';
import type { ViewProps } from '@/features/views/viewProps';
import styles from '@/features/views/views.module.css';
import { type BoardTask, selectScope } from '@/state/board';
import { execute } from '@/state/execute';
import { taskNumber } from '@/state/family';
import { useAppDispatch, useAppSelector } from '@/state/hooks';
import { selectIsSelected, selectionToggled } from '@/state/selection';
import { Icon } from '@/ui/Icon';

/** One task on one line. The row itself opens it; keys of the page work on the row in focus. */
export const TaskRow = memo(function TaskRow({
  listId,
  task,
  openTaskId,
  canEdit,
  onOpen,
}: ViewProps & { task: BoardTask }) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const scope = useAppSelector((state) => selectScope(state, listId));
  const isSelected = useAppSelector((state) => selectIsSelected(state, task.taskId));
  const { taskId, title, completedAt, number } = task;
  const isDone = completedAt !== undefined;
  return (
    <div
      className={styles['row']}
      data-task-id={taskId}
      data-testid="row"
      data-done={isDone || undefined}
      data-open={taskId === openTaskId || undefined}
      data-selected={isSelected || undefined}
    >
      <button
        type="button"
        className={styles['check']}
        disabled={!canEdit || task.transfer !== undefined}
        aria-pressed={isDone}
        aria-label={`${t('board.complete')}: ${title}`}
        onClick={() => dispatch(execute(listId, { type: isDone ? 'reopenTask' : 'completeTask', taskId }))}
      >
        <Icon name={isDone ? 'checkCircle' : 'circle'} size={16} />
      </button>
      <span className={styles['number']}>{taskNumber(scope, number)}</span>
      <button
        type="button"
        className={styles['title']}
        dir="auto"
        onClick={(event) => {
          if (canEdit && (event.ctrlKey || event.metaKey)) dispatch(selectionToggled(taskId));
          else onOpen(taskId);
        }}
      >
        {title}
      </button>
      <Facts listId={listId} task={task} />
    </div>
  );
});
