import Popover from '@mui/material/Popover';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recurrence } from '@/contract/snapshot';
import { RecurrenceEditor } from '@/features/task/recurrence/RecurrenceEditor';
import { useRecurrenceWords } from '@/features/task/recurrence/useRecurrenceWords';
import styles from '@/features/task/task.module.css';
import { ownTimeZone } from '@/lib/zone';
import type { BoardTask } from '@/state/board';
import { execute } from '@/state/execute';
import { useAppDispatch } from '@/state/hooks';
import { Icon } from '@/ui/Icon';

interface Props {
  listId: string;
  task: BoardTask;
  canEdit: boolean;
}

export function RecurrenceFact({ listId, task, canEdit }: Props) {
  const { t } = useTranslation();
  const words = useRecurrenceWords();
  const dispatch = useAppDispatch();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { taskId, recurrence, timeZone } = task;
  const shown = recurrence && (
    <>
      <Icon name="repeat" size={14} />
      {words(recurrence)}
    </>
  );

  const onChange = (next: Recurrence | null) => {
    // Without dates of its own a task comes again by the clock of whoever says so.
    const zone = next !== null && timeZone === undefined ? { timeZone: ownTimeZone() } : {};
    dispatch(execute(listId, { type: 'editTask', taskId, recurrence: next, ...zone }));
    setOpen(false);
  };

  if (!canEdit) return <span className={styles['plain']}>{shown ?? t('task.empty')}</span>;
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles['fact']}
        data-empty={!recurrence || undefined}
        data-testid="task-recurrence"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        {shown ?? t('task.repeatAdd')}
      </button>
      <Popover
        open={isOpen}
        anchorEl={() => button.current}
        onClose={() => setOpen(false)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      >
        <RecurrenceEditor current={recurrence} hasDue={task.dueAt !== undefined} onChange={onChange} />
      </Popover>
    </>
  );
}
