import Button from '@mui/material/Button';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recurrence, Weekday } from '@/contract/snapshot';
import styles from '@/features/task/recurrence/recurrence.module.css';
import { weekdayName, weekdays } from '@/features/task/recurrence/weekdays';
import { useLanguage } from '@/i18n/useLanguage';

interface Props {
  current: Recurrence | undefined;
  hasDue: boolean;
  onChange: (next: Recurrence | null) => void;
}

const units = ['day', 'weekday', 'week', 'month', 'year'] as const;

export function RecurrenceEditor({ current, hasDue, onChange }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const id = useId();
  const [every, setEvery] = useState<Recurrence['every']>(current?.every ?? 'week');
  const [interval, setInterval] = useState(current?.interval ?? 1);
  const [on, setOn] = useState<readonly Weekday[]>(current?.on ?? []);
  const [monthly, setMonthly] = useState(current?.monthly ?? 'day');
  // Without a due date there is nothing to count from but the completion.
  const [from, setFrom] = useState<Recurrence['from']>(hasDue ? (current?.from ?? 'due') : 'completion');

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    onChange({
      every,
      interval: every === 'weekday' ? 1 : Math.min(99, Math.max(1, Math.round(interval) || 1)),
      ...(every === 'week' && on.length > 0 ? { on: weekdays.filter((day) => on.includes(day)) } : {}),
      ...(every === 'month' ? { monthly } : {}),
      from,
    });
  };

  return (
    <form className={styles['editor']} onSubmit={onSubmit}>
      <div className={styles['row']}>
        <label htmlFor={`${id}-every`}>{t('task.repeat.every')}</label>
        {every !== 'weekday' && (
          <input
            type="number"
            min={1}
            max={99}
            aria-label={t('task.repeat.interval')}
            value={interval}
            onChange={(event) => setInterval(event.target.valueAsNumber)}
          />
        )}
        <select id={`${id}-every`} value={every} onChange={(event) => setEvery(event.target.value as typeof every)}>
          {units.map((unit) => (
            <option key={unit} value={unit}>
              {t(`task.repeat.units.${unit}`)}
            </option>
          ))}
        </select>
      </div>
      {every === 'week' && (
        <fieldset className={styles['days']}>
          <legend className="visuallyHidden">{t('task.repeat.on')}</legend>
          {weekdays.map((day) => (
            <button
              key={day}
              type="button"
              aria-pressed={on.includes(day)}
              onClick={() => setOn(on.includes(day) ? on.filter((each) => each !== day) : [...on, day])}
            >
              {weekdayName(language, day)}
            </button>
          ))}
        </fieldset>
      )}
      {every === 'month' && (
        <div className={styles['row']}>
          <select
            aria-label={t('task.repeat.monthly')}
            value={monthly}
            onChange={(event) => setMonthly(event.target.value as typeof monthly)}
          >
            <option value="day">{t('task.repeat.byDay')}</option>
            <option value="weekday">{t('task.repeat.byWeekday')}</option>
          </select>
        </div>
      )}
      <div className={styles['row']}>
        <label htmlFor={`${id}-from`}>{t('task.repeat.from')}</label>
        <select
          id={`${id}-from`}
          value={from}
          disabled={!hasDue}
          onChange={(event) => setFrom(event.target.value as typeof from)}
        >
          <option value="due">{t('task.repeat.dueDate')}</option>
          <option value="completion">{t('task.repeat.completion')}</option>
        </select>
      </div>
      <div className={styles['foot']}>
        <Button type="submit" size="small" variant="contained">
          {t('shell.save')}
        </Button>
        {current && (
          <Button size="small" color="inherit" onClick={() => onChange(null)}>
            {t('task.repeat.never')}
          </Button>
        )}
      </div>
    </form>
  );
}
