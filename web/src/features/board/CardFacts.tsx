import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '@/contract/snapshot';
import styles from '@/features/board/Card.module.css';
import { DueFact } from '@/features/board/DueFact';
import { PersonFact } from '@/features/board/PersonFact';
import type { BoardTask } from '@/state/board';
import { taskNumber } from '@/state/family';
import { Icon } from '@/ui/Icon';
import { LabelChip } from '@/ui/LabelChip';
import { PriorityMark } from '@/ui/PriorityMark';

const shownPeople = 3;

interface Props {
  task: BoardTask;
  labels: readonly Label[];
  isUnsent: boolean;
  /** The list's letters for task numbers. */
  listKey: string | undefined;
  parent: string | undefined;
}

/** One quiet line under the title, only where there are facts. */
export const CardFacts = memo(function CardFacts({ task, labels, isUnsent, listKey, parent }: Props) {
  const { t } = useTranslation();
  const { checklist, comments, assigneeIds, number, dueAt, priority, recurrence } = task;
  const own = labels.filter((label) => task.labelIds.includes(label.labelId));
  const done = checklist.filter((item) => item.checked).length;
  const hidden = assigneeIds.length - shownPeople;
  return (
    <div className={styles['facts']}>
      {task.transfer && (
        <span className={styles['fact']}>
          <Icon name="leave" size={14} />
          {t('board.inTransfer')}
        </span>
      )}
      {isUnsent && (
        <span className={styles['fact']} role="img" aria-label={t('board.unsent')} title={t('board.unsent')}>
          <Icon name="clock" size={14} />
        </span>
      )}
      {priority !== undefined && priority < 4 && (
        <span className={styles['fact']} title={t('board.priority', { priority })}>
          <PriorityMark priority={priority} />
          <span className="visuallyHidden">{t('board.priority', { priority })}</span>
        </span>
      )}
      {number > 0 && (
        <span className={styles['fact']}>{taskNumber({ ...(listKey ? { key: listKey } : {}) }, number)}</span>
      )}
      {parent && (
        <span className={styles['parent']} title={t('board.parent', { title: parent })} dir="auto">
          {parent}
        </span>
      )}
      {dueAt && <DueFact dueAt={dueAt} isCompleted={task.completedAt !== undefined} />}
      {recurrence && (
        <span className={styles['fact']} role="img" aria-label={t('board.repeats')} title={t('board.repeats')}>
          <Icon name="repeat" size={14} />
        </span>
      )}
      {checklist.length > 0 && (
        <span className={styles['fact']} data-full={done === checklist.length || undefined}>
          <Icon name="checklist" size={14} />
          <span aria-hidden="true">
            {done}/{checklist.length}
          </span>
          <span className="visuallyHidden">{t('board.checklistProgress', { done, total: checklist.length })}</span>
        </span>
      )}
      {comments.length > 0 && (
        <span className={styles['fact']}>
          <Icon name="comment" size={14} />
          <span aria-hidden="true">{comments.length}</span>
          <span className="visuallyHidden">{t('board.comments', { count: comments.length })}</span>
        </span>
      )}
      {own.map(({ labelId, name, color }) => (
        <LabelChip
          key={labelId}
          name={name}
          color={color}
          fallback={t('task.unnamed', { color: t(`task.colors.${color}`) })}
        />
      ))}
      {assigneeIds.length > 0 && (
        <span className={styles['people']}>
          {assigneeIds.slice(0, shownPeople).map((userId) => (
            <PersonFact key={userId} userId={userId} />
          ))}
          {hidden > 0 && <span className={styles['fact']}>+{hidden}</span>}
        </span>
      )}
    </div>
  );
});
