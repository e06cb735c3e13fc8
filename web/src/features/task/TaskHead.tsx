import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import styles from '@/features/task/task.module.css';
import { WatchButton } from '@/features/task/WatchButton';
import { type BoardTask, selectScope } from '@/state/board';
import { execute } from '@/state/execute';
import { taskNumber } from '@/state/family';
import { useAppDispatch, useAppSelector } from '@/state/hooks';
import { selectSession } from '@/state/session';
import { Icon } from '@/ui/Icon';
import { IconAction } from '@/ui/IconAction';

interface Props {
  listId: string;
  task: BoardTask | undefined;
  canEdit: boolean;
  onClose: () => void;
  onMove: () => void;
  onTransfer: () => void;
  onDelete: () => void;
}

export function TaskHead({ listId, task, canEdit, onClose, onMove, onTransfer, onDelete }: Props) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const scope = useAppSelector((state) => selectScope(state, listId));
  const me = useAppSelector(selectSession).user?.userId;
  const isDone = task?.completedAt !== undefined;
  return (
    <header className={styles['head']}>
      {task && canEdit && (
        <Button
          size="small"
          variant="outlined"
          startIcon={<Icon name={isDone ? 'checkCircle' : 'check'} size={16} />}
          className={isDone ? styles['isDone'] : undefined}
          data-testid="toggle-task"
          onClick={() =>
            dispatch(execute(listId, { type: isDone ? 'reopenTask' : 'completeTask', taskId: task.taskId }))
          }
        >
          {t(isDone ? 'task.reopen' : 'task.complete')}
        </Button>
      )}
      {task && task.number > 0 && <span className={styles['number']}>{taskNumber(scope, task.number)}</span>}
      <span className={styles['space']} />
      {task && me && <WatchButton listId={listId} task={task} me={me} />}
      {task && canEdit && (
        <>
          <IconAction icon="move" label={t('board.moveTo')} onClick={onMove} />
          <IconAction icon="leave" label={t('board.transferTo')} onClick={onTransfer} />
          <IconAction icon="trash" label={t('board.delete')} onClick={onDelete} />
        </>
      )}
      <IconAction icon="close" label={t('task.close')} onClick={onClose} />
    </header>
  );
}
