import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { firstWeekday, monthDays, sameDay } from '@/features/task/dates';
import styles from '@/features/task/due.module.css';
import { useLanguage } from '@/i18n/useLanguage';
import { wallOf } from '@/lib/zone';
import { IconAction } from '@/ui/IconAction';

interface Props {
  chosen: Date | undefined;
  onChoose: (date: Date) => void;
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** One month; arrows walk the days and turn the page at its ends. */
export function MonthGrid({ chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = wallOf(Date.now());
  const [current, setCurrent] = useState(chosen ?? today);
  const grid = useRef<HTMLFieldSetElement>(null);
  const walked = useRef(true);
  const first = firstWeekday(language);
  const days = monthDays(current.getFullYear(), current.getMonth(), first);

  useEffect(() => {
    if (walked.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    walked.current = false;
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    walked.current = true;
    setCurrent(new Date(current.getFullYear(), current.getMonth(), current.getDate() + step));
  };

  const turn = (months: number) => setCurrent(new Date(current.getFullYear(), current.getMonth() + months, 1));
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options);
  const weekday = format({ weekday: 'short' });
  const full = format({ day: 'numeric', month: 'long', year: 'numeric' });

  return (
    <div className={styles['month']}>
      <div className={styles['monthHead']}>
        <span aria-live="polite">{format({ month: 'long', year: 'numeric' }).format(current)}</span>
        <IconAction icon="left" size="small" label={t('task.monthBefore')} onClick={() => turn(-1)} />
        <IconAction icon="right" size="small" label={t('task.monthAfter')} onClick={() => turn(1)} />
      </div>
      <fieldset ref={grid} className={styles['days']} aria-label={t('task.date')} onKeyDown={onKeyDown}>
        {days.slice(0, 7).map(({ date }) => (
          <span key={date.getDay()} className={styles['weekday']} aria-hidden="true">
            {weekday.format(date)}
          </span>
        ))}
        {days.map(({ date, isOutside }) => (
          <button
            key={date.toDateString()}
            type="button"
            tabIndex={sameDay(date, current) ? 0 : -1}
            data-outside={isOutside || undefined}
            data-today={sameDay(date, today) || undefined}
            aria-pressed={chosen ? sameDay(date, chosen) : false}
            aria-label={full.format(date)}
            onClick={() => onChoose(date)}
          >
            {date.getDate()}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
