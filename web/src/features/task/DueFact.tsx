import Popover from '@mui/material/Popover';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DueEditor } from '@/features/task/DueEditor';
import styles from '@/features/task/task.module.css';
import { formatMoment } from '@/i18n/format';
import { useLanguage } from '@/i18n/useLanguage';
import type { BoardTask } from '@/state/board';
import { execute } from '@/state/execute';
import { useAppDispatch } from '@/state/hooks';
import { useNow } from '@/ui/useNow';

interface Props {
  listId: string;
  task: BoardTask;
  canEdit: boolean;
}

export function DueFact({ listId, task, canEdit }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const dispatch = useAppDispatch();
  const now = useNow();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { taskId, dueAt, completedAt } = task;
  const isLate = dueAt !== undefined && completedAt === undefined && Date.parse(dueAt) < now;
  const words =
    dueAt && (isLate ? t('board.dueLate', { date: formatMoment(language, dueAt) }) : formatMoment(language, dueAt));

  if (!canEdit) return <span className={styles['plain']}>{words ?? t('task.empty')}</span>;
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles['fact']}
        data-empty={!dueAt || undefined}
        data-late={isLate || undefined}
        data-testid="task-due"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        {words ?? t('task.dueAdd')}
      </button>
      <Popover
        open={isOpen}
        anchorEl={() => button.current}
        onClose={() => setOpen(false)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      >
        <DueEditor
          dueAt={dueAt}
          onChange={(next) => dispatch(execute(listId, { type: 'editTask', taskId, dueAt: next }))}
          onDone={() => setOpen(false)}
        />
      </Popover>
    </>
  );
}
