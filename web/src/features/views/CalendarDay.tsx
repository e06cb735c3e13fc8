import { CalendarEntries } from '@/features/views/CalendarEntries';
import styles from '@/features/views/calendar.module.css';
import type { DayProps } from '@/features/views/calendarProps';
import { useDayDrop } from '@/features/views/useDayDrop';
import { useLanguage } from '@/i18n/useLanguage';

/** A field of the grid, with what is due on that day. */
export function CalendarDay({ isOutside, ...day }: DayProps & { isOutside: boolean }) {
  const language = useLanguage();
  const { date, isToday, canEdit, onMove } = day;
  const drop = useDayDrop(canEdit, (taskId) => onMove(taskId, date));
  return (
    <section
      className={styles['day']}
      data-outside={isOutside || undefined}
      data-today={isToday || undefined}
      data-date={date.toDateString()}
      aria-label={new Intl.DateTimeFormat(language, { dateStyle: 'full' }).format(date)}
      {...drop}
    >
      <span className={styles['date']} aria-hidden="true">
        {date.getDate()}
      </span>
      <CalendarEntries {...day} />
    </section>
  );
}
