import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Checklist } from '@/features/task/checklist/Checklist';
import { Comments } from '@/features/task/comments/Comments';
import { Description } from '@/features/task/Description';
import { Subtasks } from '@/features/task/family/Subtasks';
import { GoneTask } from '@/features/task/GoneTask';
import { PanelTabs } from '@/features/task/PanelTabs';
import { TaskFacts } from '@/features/task/TaskFacts';
import { TaskFoot } from '@/features/task/TaskFoot';
import { TaskHead } from '@/features/task/TaskHead';
import { TaskTitle } from '@/features/task/TaskTitle';
import styles from '@/features/task/task.module.css';
import { selectCanComment, selectCanEdit, selectTask } from '@/state/board';
import { useAppSelector } from '@/state/hooks';

interface Props {
  listId: string;
  taskId: string;
  /** A fact to open at once for editing. */
  field: string | undefined;
  onClose: () => void;
  onMoveAsked: (taskId: string) => void;
  onTransferAsked: (taskId: string) => void;
  onDelete: (taskId: string) => void;
  onOpen: (taskId: string) => void;
  /** What happened to the task; drawn only once it is asked for. */
  history: ReactNode;
}

/** One task beside its board; on narrow screens it covers it. */
export function TaskPanel(props: Props) {
  const { listId, taskId, field, onClose, onMoveAsked, onTransferAsked, onDelete, onOpen, history } = props;
  const { t } = useTranslation();
  const panel = useRef<HTMLElement>(null);
  const task = useAppSelector((state) => selectTask(state, listId, taskId));
  const canWrite = useAppSelector((state) => selectCanEdit(state, listId));
  const canComment = useAppSelector((state) => selectCanComment(state, listId));
  // On its way to another list a task is only looked at.
  const canEdit = canWrite && task?.transfer === undefined;

  // Each opened task takes the focus, so that Tab goes on inside and Escape closes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the task is the trigger, not an input.
  useEffect(() => panel.current?.focus({ preventScroll: true }), [taskId]);

  useEffect(() => {
    const fact = field && panel.current?.querySelector<HTMLElement>(`[data-testid="task-${CSS.escape(field)}"]`);
    if (fact) fact.click();
  }, [field]);

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
        onTransfer={() => onTransferAsked(taskId)}
        onDelete={() => onDelete(taskId)}
      />
      {task ? (
        <div key={taskId} className={styles['content']}>
          <TaskTitle {...of} task={task} />
          {task.transfer && <p className={styles['warning']}>{t('task.inTransfer')}</p>}
          <TaskFacts {...of} task={task} onMove={() => onMoveAsked(taskId)} onOpen={onOpen} />
          <Description {...of} task={task} />
          <Checklist {...of} task={task} />
          <Subtasks {...of} task={task} onOpen={onOpen} />
          <PanelTabs
            comments={<Comments {...of} task={task} canComment={canComment && task.transfer === undefined} />}
            count={task.comments.length}
            history={history}
          />
          <TaskFoot task={task} />
        </div>
      ) : (
        <GoneTask key={taskId} taskId={taskId} />
      )}
    </section>
  );
}
