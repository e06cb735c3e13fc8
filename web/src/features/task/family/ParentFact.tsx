import Popover from '@mui/material/Popover';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TaskPicker } from '@/features/task/family/TaskPicker';
import styles from '@/features/task/task.module.css';
import type { BoardTask } from '@/state/board';
import { execute } from '@/state/execute';
import { selectParent } from '@/state/family';
import { useAppDispatch, useAppSelector } from '@/state/hooks';
import { IconAction } from '@/ui/IconAction';

interface Props {
  listId: string;
  task: BoardTask;
  canEdit: boolean;
  onOpen: (taskId: string) => void;
}

/** The task this one belongs under. Pressing it opens it; choosing another is the pencil beside it. */
export function ParentFact({ listId, task, canEdit, onOpen }: Props) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const parent = useAppSelector((state) => selectParent(state, listId, task.taskId));
  const place = useRef<HTMLSpanElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { taskId } = task;

  const choose = (parentTaskId: string | null) => {
    setOpen(false);
    dispatch(execute(listId, { type: 'setParent', taskId, parentTaskId }));
  };

  if (!parent && !canEdit) return <span className={styles['plain']}>{t('task.empty')}</span>;
  return (
    <span ref={place} className={styles['pair']}>
      {parent ? (
        <button type="button" className={styles['fact']} dir="auto" onClick={() => onOpen(parent.taskId)}>
          {parent.title}
        </button>
      ) : (
        <button
          type="button"
          className={styles['fact']}
          data-empty
          data-testid="task-parent"
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onClick={() => setOpen(true)}
        >
          {t('task.parentAdd')}
        </button>
      )}
      {parent && canEdit && (
        <>
          <IconAction
            icon="edit"
            size="small"
            iconSize={14}
            label={t('task.parentAdd')}
            onClick={() => setOpen(true)}
          />
          <IconAction
            icon="close"
            size="small"
            iconSize={14}
            label={t('task.parentClear')}
            onClick={() => choose(null)}
          />
        </>
      )}
      <Popover
        open={isOpen}
        anchorEl={() => place.current}
        onClose={() => setOpen(false)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      >
        <TaskPicker listId={listId} taskId={taskId} onChoose={choose} />
      </Popover>
    </span>
  );
}
