import Popover from '@mui/material/Popover';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateEditor } from '@/features/task/DateEditor';
import styles from '@/features/task/task.module.css';
import { formatMoment } from '@/i18n/format';
import { useLanguage } from '@/i18n/useLanguage';
import { ownTimeZone } from '@/lib/zone';
import type { BoardTask } from '@/state/board';
import { execute } from '@/state/execute';
import { useAppDispatch } from '@/state/hooks';
import { useNow } from '@/ui/useNow';

interface Props {
  listId: string;
  task: BoardTask;
  field: 'startAt' | 'dueAt';
  canEdit: boolean;
}

/** When a task starts or is due. Shown in the viewer's zone; another zone it was chosen in is named. */
export function DateFact({ listId, task, field, canEdit }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const dispatch = useAppDispatch();
  const now = useNow();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { taskId, completedAt, timeZone } = task;
  const at = task[field];
  const isLate = field === 'dueAt' && at !== undefined && completedAt === undefined && Date.parse(at) < now;
  const date = at && formatMoment(language, at);
  const words = date && (isLate ? t('board.dueLate', { date }) : date);
  const elsewhere = at && timeZone && timeZone !== ownTimeZone() ? timeZone : undefined;

  const onChange = (next: string | null) =>
    // The zone goes along: in it the task comes again, wherever it is completed.
    dispatch(
      execute(listId, {
        type: 'editTask',
        taskId,
        [field]: next,
        ...(next === null ? {} : { timeZone: ownTimeZone() }),
      }),
    );

  const shown = words ? (
    <>
      {words}
      {elsewhere && <span className={styles['zone']}>{elsewhere}</span>}
    </>
  ) : undefined;
  if (!canEdit) return <span className={styles['plain']}>{shown ?? t('task.empty')}</span>;
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles['fact']}
        data-empty={!at || undefined}
        data-late={isLate || undefined}
        data-testid={field === 'dueAt' ? 'task-due' : 'task-start'}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        {shown ?? t(field === 'dueAt' ? 'task.dueAdd' : 'task.startAdd')}
      </button>
      <Popover
        open={isOpen}
        anchorEl={() => button.current}
        onClose={() => setOpen(false)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      >
        <DateEditor at={at} field={field} onChange={onChange} onDone={() => setOpen(false)} />
      </Popover>
    </>
  );
}
