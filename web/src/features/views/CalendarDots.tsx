import { useTranslation } from 'react-i18next';
import styles from '@/features/views/calendar.module.css';
import type { DayProps } from '@/features/views/calendarProps';
import { useDayDrop } from '@/features/views/useDayDrop';
import { useLanguage } from '@/i18n/useLanguage';

const dotsMost = 3;

interface Props extends DayProps {
  isOutside: boolean;
  isChosen: boolean;
  onChoose: (date: Date) => void;
}

/** A day where there is no room for words: a dot for each task. Pressed, it is read out below the month. */
export function CalendarDots({ date, isToday, isOutside, isChosen, tasks, canEdit, onMove, onChoose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const drop = useDayDrop(canEdit, (taskId) => onMove(taskId, date));
  const words = new Intl.DateTimeFormat(language, { dateStyle: 'full' }).format(date);
  return (
    <button
      type="button"
      className={styles['cell']}
      data-outside={isOutside || undefined}
      data-today={isToday || undefined}
      aria-label={`${words}, ${t('board.tasks', { count: tasks.length })}`}
      aria-pressed={isChosen}
      onClick={() => onChoose(date)}
      {...drop}
    >
      <span className={styles['date']}>{date.getDate()}</span>
      <span className={styles['dots']}>
        {tasks.slice(0, dotsMost).map(({ taskId, completedAt }) => (
          <i key={taskId} data-done={completedAt !== undefined || undefined} />
        ))}
        {tasks.length > dotsMost && <b>+</b>}
      </span>
    </button>
  );
}
