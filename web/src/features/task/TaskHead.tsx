import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import styles from '@/features/task/task.module.css';
import type { BoardTask } from '@/state/board';
import { execute } from '@/state/execute';
import { useAppDispatch } from '@/state/hooks';
import { Icon } from '@/ui/Icon';
import { IconAction } from '@/ui/IconAction';

interface Props {
  listId: string;
  task: BoardTask | undefined;
  canEdit: boolean;
  onClose: () => void;
  onMove: () => void;
  onDelete: () => void;
}

export function TaskHead({ listId, task, canEdit, onClose, onMove, onDelete }: Props) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
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
      {task && task.number > 0 && (
        <span className={styles['number']}>{t('board.number', { number: task.number })}</span>
      )}
      <span className={styles['space']} />
      {task && canEdit && (
        <>
          <IconAction icon="move" label={t('board.moveTo')} onClick={onMove} />
          <IconAction icon="trash" label={t('board.delete')} onClick={onDelete} />
        </>
      )}
      <IconAction icon="close" label={t('task.close')} onClick={onClose} />
    </header>
  );
}
