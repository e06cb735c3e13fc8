import { useTranslation } from 'react-i18next';
import styles from '@/features/views/views.module.css';
import { formatDay, formatMoment } from '@/i18n/format';
import { useLanguage } from '@/i18n/useLanguage';
import { type BoardTask, selectLabels } from '@/state/board';
import { useAppSelector } from '@/state/hooks';
import { Avatar } from '@/ui/Avatar';
import { LabelChip } from '@/ui/LabelChip';
import { PriorityMark } from '@/ui/PriorityMark';
import { useNames } from '@/ui/people';
import { useNow } from '@/ui/useNow';

export function Facts({ listId, task }: { listId: string; task: BoardTask }) {
  return (
    <span className={styles['facts']}>
      <Labels listId={listId} task={task} />
      <Priority task={task} />
      <Due task={task} />
      <People task={task} />
    </span>
  );
}

export function Labels({ listId, task }: { listId: string; task: BoardTask }) {
  const { t } = useTranslation();
  const labels = useAppSelector((state) => selectLabels(state, listId));
  return labels
    .filter(({ labelId }) => task.labelIds.includes(labelId))
    .map(({ labelId, name, color }) => (
      <LabelChip
        key={labelId}
        name={name}
        color={color}
        fallback={t('task.unnamed', { color: t(`task.colors.${color}`) })}
      />
    ));
}

export function Priority({ task: { priority } }: { task: BoardTask }) {
  const { t } = useTranslation();
  if (priority === undefined) return null;
  return (
    <span title={t('board.priority', { priority })}>
      <PriorityMark priority={priority} />
      <span className="visuallyHidden">{t('board.priority', { priority })}</span>
    </span>
  );
}

export function Due({ task: { dueAt, completedAt } }: { task: BoardTask }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  if (dueAt === undefined) return null;
  const isLate = completedAt === undefined && Date.parse(dueAt) < now;
  const date = formatMoment(language, dueAt);
  return (
    <time dateTime={dueAt} data-late={isLate || undefined} title={isLate ? t('board.dueLate', { date }) : date}>
      {formatDay(language, dueAt, now)}
    </time>
  );
}

export function People({ task: { assigneeIds } }: { task: BoardTask }) {
  const names = useNames();
  return (
    <span className={styles['people']}>
      {assigneeIds.slice(0, 3).map((userId) => (
        <Avatar key={userId} id={userId} name={names.get(userId)} size={20} />
      ))}
    </span>
  );
}
