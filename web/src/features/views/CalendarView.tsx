import { useTranslation } from 'react-i18next';
import { CalendarDay } from '@/features/views/CalendarDay';
import { atSameTime, byDay, calendarDays } from '@/features/views/calendar';
import { useShownTasks } from '@/features/views/useShownTasks';
import type { ViewProps } from '@/features/views/viewProps';
import styles from '@/features/views/views.module.css';
import { useLanguage } from '@/i18n/useLanguage';
import { ownTimeZone, wallOf } from '@/lib/zone';
import { execute } from '@/state/execute';
import { useAppDispatch } from '@/state/hooks';
import { announce } from '@/ui/announce';
import { IconAction } from '@/ui/IconAction';
import { useNow } from '@/ui/useNow';

interface Props extends ViewProps {
  /** The first day shown, or any day of the month shown. */
  day: Date;
  span: 'month' | 'week';
  onShow: (day: Date, span: 'month' | 'week') => void;
}

/** Tasks on the days they are due. Dragged to another day, or carried by Alt and the arrows, they are due then. */
export function CalendarView({ listId, day, span, onShow, canEdit, onOpen }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const dispatch = useAppDispatch();
  const now = useNow();
  const tasks = useShownTasks(listId).flatMap((group) => group.tasks);
  const due = byDay(tasks);
  const days = calendarDays(day, span, language === 'en' ? 0 : 1);
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options);
  const title = format({ month: 'long', year: 'numeric' }).format(day);
  const weekday = format({ weekday: 'short' });
  const step = (by: number) =>
    onShow(
      span === 'month'
        ? new Date(day.getFullYear(), day.getMonth() + by, 1)
        : new Date(day.getFullYear(), day.getMonth(), day.getDate() + 7 * by),
      span,
    );

  const onMove = (taskId: string, to: Date) => {
    const task = tasks.find((each) => each.taskId === taskId);
    if (!task || !canEdit) return;
    const dueAt = atSameTime(task.dueAt, to);
    if (dueAt === task.dueAt) return;
    dispatch(execute(listId, { type: 'editTask', taskId, dueAt, timeZone: ownTimeZone() }));
    announce(t('views.dueNow', { title: task.title, date: format({ dateStyle: 'long' }).format(to) }));
  };

  return (
    <div className={styles['view']} data-testid="calendar-view">
      <div className={styles['calendarHead']}>
        <h2 aria-live="polite">{title}</h2>
        <IconAction icon="left" label={t('views.earlier')} onClick={() => step(-1)} />
        <IconAction icon="right" label={t('views.later')} onClick={() => step(1)} />
        <button type="button" onClick={() => onShow(wallOf(now), span)}>
          {t('views.today')}
        </button>
        {(['month', 'week'] as const).map((each) => (
          <button key={each} type="button" aria-pressed={each === span} onClick={() => onShow(day, each)}>
            {t(`views.${each}`)}
          </button>
        ))}
      </div>
      <div className={styles['calendar']} data-span={span}>
        {days.slice(0, 7).map((each) => (
          <span key={each.getDay()} className={styles['weekday']} aria-hidden="true">
            {weekday.format(each)}
          </span>
        ))}
        {days.map((each) => (
          <CalendarDay
            key={each.toDateString()}
            date={each}
            isOutside={span === 'month' && each.getMonth() !== day.getMonth()}
            isToday={each.toDateString() === wallOf(now).toDateString()}
            tasks={due.get(each.toDateString()) ?? []}
            canEdit={canEdit}
            onOpen={onOpen}
            onMove={onMove}
          />
        ))}
      </div>
    </div>
  );
}
