import Popover from '@mui/material/Popover';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LabelPicker } from '@/features/task/LabelPicker';
import styles from '@/features/task/task.module.css';
import { type BoardTask, selectLabels } from '@/state/board';
import { useAppSelector } from '@/state/hooks';
import { LabelChip } from '@/ui/LabelChip';

interface Props {
  listId: string;
  task: BoardTask;
  canEdit: boolean;
}

export function LabelFact({ listId, task, canEdit }: Props) {
  const { t } = useTranslation();
  const labels = useAppSelector((state) => selectLabels(state, listId));
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);

  const own = labels.filter((label) => task.labelIds.includes(label.labelId));
  const chips = own.map(({ labelId, name, color }) => (
    <LabelChip
      key={labelId}
      name={name}
      color={color}
      fallback={t('task.unnamed', { color: t(`task.colors.${color}`) })}
    />
  ));
  if (!canEdit) return <span className={styles['plain']}>{chips.length > 0 ? chips : t('task.empty')}</span>;
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles['fact']}
        data-empty={chips.length === 0 || undefined}
        data-testid="task-labels"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        {chips.length > 0 ? chips : t('task.labelsAdd')}
      </button>
      <Popover
        open={isOpen}
        anchorEl={() => button.current}
        onClose={() => setOpen(false)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      >
        <LabelPicker listId={listId} taskId={task.taskId} labelIds={task.labelIds} />
      </Popover>
    </>
  );
}
