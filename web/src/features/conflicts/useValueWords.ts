import { useTranslation } from 'react-i18next';
import { formatMoment } from '@/i18n/format';
import { useLanguage } from '@/i18n/useLanguage';

const priorities = [1, 2, 3, 4] as const;

/** What stands in a field, in words. */
export function useValueWords(): (field: string, value: unknown) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return (field, value) => {
    if (value === null || value === undefined || value === '') return t('task.empty');
    const priority = priorities.find((each) => each === value);
    if (field === 'priority' && priority) return t(`task.priorities.${priority}`);
    return field.endsWith('At') ? formatMoment(language, String(value)) : String(value);
  };
}
