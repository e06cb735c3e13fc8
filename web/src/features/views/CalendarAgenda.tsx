import { useTranslation } from 'react-i18next';
import { CalendarEntries } from '@/features/views/CalendarEntries';
import styles from '@/features/views/calendar.module.css';
import type { DayProps } from '@/features/views/calendarProps';
import { useDayDrop } from '@/features/views/useDayDrop';
import { useLanguage } from '@/i18n/useLanguage';

/** One day over the whole width, with titles that can be read. Among others it is quiet about having none. */
export function CalendarAgenda({ isQuiet, ...day }: DayProps & { isQuiet?: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { date, isToday, tasks, canEdit, onMove } = day;
  const drop = useDayDrop(canEdit, (taskId) => onMove(taskId, date));
  const words = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(date);
  return (
    <section
      className={styles['agenda']}
      data-today={isToday || undefined}
      data-date={date.toDateString()}
      aria-label={words}
      {...drop}
    >
      <h3>{words}</h3>
      {tasks.length === 0 && !isQuiet && <p>{t('views.freeDay')}</p>}
      <CalendarEntries {...day} />
    </section>
  );
}
