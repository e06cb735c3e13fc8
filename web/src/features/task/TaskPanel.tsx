import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Checklist } from '@/features/task/Checklist';
import { Comments } from '@/features/task/Comments';
import { Description } from '@/features/task/Description';
import { TaskFacts } from '@/features/task/TaskFacts';
import { TaskFoot } from '@/features/task/TaskFoot';
import { TaskHead } from '@/features/task/TaskHead';
import { TaskTitle } from '@/features/task/TaskTitle';
import styles from '@/features/task/task.module.css';
import { selectMyRole, selectTask } from '@/state/board';
import { useAppSelector } from '@/state/hooks';
import { EmptyState } from '@/ui/EmptyState';

interface Props {
  listId: string;
  taskId: string;
  onClose: () => void;
  onMoveAsked: (taskId: string) => void;
  onDelete: (taskId: string) => void;
}

/** One task beside its board; on narrow screens it covers it. */
export function TaskPanel({ listId, taskId, onClose, onMoveAsked, onDelete }: Props) {
  const { t } = useTranslation();
  const panel = useRef<HTMLElement>(null);
  const task = useAppSelector((state) => selectTask(state, listId, taskId));
  const role = useAppSelector((state) => selectMyRole(state, listId));
  const canEdit = role === 'editor' || role === 'owner';
  const canComment = canEdit || role === 'commenter';

  // Each opened task takes the focus, so that Tab goes on inside and Escape closes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the task is the trigger, not an input.
  useEffect(() => panel.current?.focus({ preventScroll: true }), [taskId]);

  const onKeyDown = (event: KeyboardEvent) => {
    // Menus and dialogs opened from here are drawn elsewhere and have their own Escape.
    const isInside = event.target instanceof Node && panel.current?.contains(event.target);
    if (event.key !== 'Escape' || !isInside || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onClose();
  };

  const of = { listId, canEdit };
  return (
    <section
      ref={panel}
      className={styles['panel']}
      aria-label={task ? `${t('task.panel')}: ${task.title}` : t('task.panel')}
      tabIndex={-1}
      data-testid="task-panel"
      onKeyDown={onKeyDown}
    >
      <TaskHead
        {...of}
        task={task}
        onClose={onClose}
        onMove={() => onMoveAsked(taskId)}
        onDelete={() => onDelete(taskId)}
      />
      {task ? (
        <div key={taskId} className={styles['content']}>
          <TaskTitle {...of} task={task} />
          <TaskFacts {...of} task={task} onMove={() => onMoveAsked(taskId)} />
          <Description {...of} task={task} />
          <Checklist {...of} task={task} />
          <Comments listId={listId} task={task} canComment={canComment} />
          <TaskFoot task={task} />
        </div>
      ) : (
        <EmptyState icon="alert" title={t('task.notFoundTitle')} text={t('task.notFoundText')} />
      )}
    </section>
  );
}
