import { useTranslation } from 'react-i18next';
import { DueFact } from '@/features/board/DueFact';
import { PersonFact } from '@/features/board/PersonFact';
import styles from '@/features/board/QuickAdd.module.css';
import type { QuickTask } from '@/lib/quickAdd';
import { selectLabels } from '@/state/board';
import { useAppSelector } from '@/state/hooks';
import { LabelChip } from '@/ui/LabelChip';
import { PriorityMark } from '@/ui/PriorityMark';

interface Props {
  listId: string;
  task: QuickTask;
  onPlain: () => void;
}

/** What a typed line will become, before it is added; one press leaves it as it was typed. */
export function QuickChips({ listId, task, onPlain }: Props) {
  const { t } = useTranslation();
  const labels = useAppSelector((state) => selectLabels(state, listId));
  const { assigneeIds, labelIds, priority, dueAt } = task;
  if (assigneeIds.length === 0 && labelIds.length === 0 && priority === undefined && !dueAt) return null;
  return (
    <div className={styles['chips']} role="status" data-testid="quick-chips">
      <span className="visuallyHidden">{t('actions.understood')}: </span>
      {priority !== undefined && (
        <span title={t('board.priority', { priority })}>
          <PriorityMark priority={priority} />
          <span className="visuallyHidden">{t('board.priority', { priority })}</span>
        </span>
      )}
      {dueAt && <DueFact dueAt={dueAt} isCompleted={false} />}
      {labels
        .filter((label) => labelIds.includes(label.labelId))
        .map(({ labelId, name, color }) => (
          <LabelChip key={labelId} name={name} color={color} fallback={t(`task.colors.${color}`)} />
        ))}
      {assigneeIds.map((userId) => (
        <PersonFact key={userId} userId={userId} />
      ))}
      <button type="button" onPointerDown={(event) => event.preventDefault()} onClick={onPlain}>
        {t('actions.asText')}
      </button>
    </div>
  );
}
