import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarAgenda } from '@/features/views/CalendarAgenda';
import { CalendarDay } from '@/features/views/CalendarDay';
import { CalendarDots } from '@/features/views/CalendarDots';
import { CalendarHead, type Span } from '@/features/views/CalendarHead';
import { atSameTime, byDay, calendarDays } from '@/features/views/calendar';
import styles from '@/features/views/calendar.module.css';
import { useShownTasks } from '@/features/views/useShownTasks';
import type { ViewProps } from '@/features/views/viewProps';
import view from '@/features/views/views.module.css';
import { useLanguage } from '@/i18n/useLanguage';
import { ownTimeZone, wallOf } from '@/lib/zone';
import { execute } from '@/state/execute';
import { useAppDispatch } from '@/state/hooks';
import { announce } from '@/ui/announce';
import { useNarrow } from '@/ui/useNarrow';
import { useNow } from '@/ui/useNow';

interface Props extends ViewProps {
  /** The first day shown, or any day of the month shown; on a phone the one that is read out. */
  day: Date;
  span: Span;
  onShow: (day: Date, span: Span) => void;
}

/** Tasks on the days they are due. Dragged to another day, or carried by Alt and the arrows, they are due then. */
export function CalendarView({ listId, day, span, onShow, canEdit, onOpen }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const dispatch = useAppDispatch();
  const now = useNow();
  const isNarrow = useNarrow();
  const carried = useRef<{ readonly taskId: string; readonly date: string }>(undefined);
  const tasks = useShownTasks(listId).flatMap((group) => group.tasks);
  const due = byDay(tasks);
  const days = calendarDays(day, span, language === 'en' ? 0 : 1);
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options);
  const weekday = format({ weekday: 'short' });

  // A task that was carried is drawn anew on another day: the focus goes with it.
  useEffect(() => {
    if (!carried.current) return;
    const { taskId, date } = carried.current;
    const entry = document.querySelector<HTMLElement>(`[data-date="${date}"] [data-task-id="${CSS.escape(taskId)}"]`);
    if (!entry) return;
    carried.current = undefined;
    entry.focus();
  });

  const onMove = (taskId: string, to: Date) => {
    const task = tasks.find((each) => each.taskId === taskId);
    if (!task || !canEdit) return;
    const dueAt = atSameTime(task.dueAt, to);
    if (dueAt === task.dueAt) return;
    dispatch(execute(listId, { type: 'editTask', taskId, dueAt, timeZone: ownTimeZone() }));
    announce(t('views.dueNow', { title: task.title, date: format({ dateStyle: 'long' }).format(to) }));
  };
  const onCarry = (taskId: string, to: Date) => {
    const isShown = days.some((each) => isSame(each, to));
    carried.current = { taskId, date: to.toDateString() };
    onMove(taskId, to);
    if (!isShown || (isNarrow && span === 'month')) onShow(to, span);
  };
  const propsOf = (date: Date) => ({
    date,
    isToday: isSame(date, wallOf(now)),
    tasks: due.get(date.toDateString()) ?? [],
    canEdit,
    onOpen,
    onMove,
    onCarry,
  });
  const isOutside = (date: Date) => span === 'month' && date.getMonth() !== day.getMonth();
  const choose = (date: Date) => onShow(date, span);

  return (
    <div className={view['view']} data-testid="calendar-view">
      <CalendarHead day={day} span={span} onShow={onShow} />
      {isNarrow && span === 'week' ? (
        days.map((date) => <CalendarAgenda key={date.toDateString()} {...propsOf(date)} isQuiet />)
      ) : (
        <div className={styles['calendar']} data-span={span}>
          {days.slice(0, 7).map((date) => (
            <span key={date.getDay()} className={styles['weekday']} aria-hidden="true">
              {weekday.format(date)}
            </span>
          ))}
          {days.map((date) => {
            const props = { ...propsOf(date), isOutside: isOutside(date) };
            if (!isNarrow) return <CalendarDay key={date.toDateString()} {...props} />;
            return <CalendarDots key={date.toDateString()} {...props} isChosen={isSame(date, day)} onChoose={choose} />;
          })}
        </div>
      )}
      {isNarrow && span === 'month' && <CalendarAgenda {...propsOf(day)} />}
    </div>
  );
}

function isSame(one: Date, other: Date): boolean {
  return one.toDateString() === other.toDateString();
}
