import { useTranslation } from 'react-i18next';
import type { Recurrence } from '@/contract/snapshot';
import { weekdayName } from '@/features/task/recurrence/weekdays';
import { useLanguage } from '@/i18n/useLanguage';

/** "Every 2 weeks on Mon, Thu", as short as it stays clear. */
export function useRecurrenceWords(): (recurrence: Recurrence) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return ({ every, interval, on, monthly, from }) => {
    const often = () => {
      if (every === 'weekday') return t('task.repeat.weekday');
      return interval === 1 ? t(`task.repeat.single.${every}`) : t(`task.repeat.${every}`, { count: interval });
    };
    const days = on?.map((day) => weekdayName(language, day)).join(', ');
    const details = [
      ...(days ? [days] : []),
      ...(monthly === 'weekday' ? [t('task.repeat.byWeekday')] : []),
      ...(from === 'completion' ? [t('task.repeat.fromCompletion')] : []),
    ];
    return [often(), ...details].join(', ');
  };
}
