import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/features/task/task.module.css';
import type { BoardTask } from '@/state/board';
import { execute } from '@/state/execute';
import { useAppDispatch } from '@/state/hooks';
import { Icon } from '@/ui/Icon';
import { PriorityMark } from '@/ui/PriorityMark';

interface Props {
  listId: string;
  task: BoardTask;
  canEdit: boolean;
}

const priorities = [1, 2, 3, 4] as const;

export function PriorityFact({ listId, task, canEdit }: Props) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { taskId, priority } = task;
  const known = priorities.find((each) => each === priority);
  const words = known && (
    <>
      <PriorityMark priority={known} />
      {t(`task.priorities.${known}`)}
    </>
  );
  const choose = (next: number | null) => {
    setOpen(false);
    if (next !== (priority ?? null)) dispatch(execute(listId, { type: 'editTask', taskId, priority: next }));
  };

  if (!canEdit) return <span className={styles['plain']}>{words ?? t('task.empty')}</span>;
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles['fact']}
        data-empty={!known || undefined}
        data-testid="task-priority"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        {words ?? t('task.prioritySet')}
      </button>
      <Menu open={isOpen} anchorEl={() => button.current} onClose={() => setOpen(false)}>
        {priorities.map((each) => (
          <MenuItem key={each} selected={each === priority} onClick={() => choose(each)}>
            <PriorityMark priority={each} />
            {t(`task.priorities.${each}`)}
          </MenuItem>
        ))}
        <MenuItem disabled={!known} onClick={() => choose(null)}>
          <Icon name="close" size={14} />
          {t('task.priorityClear')}
        </MenuItem>
      </Menu>
    </>
  );
}
