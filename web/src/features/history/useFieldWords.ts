import { useTranslation } from 'react-i18next';
import type { ListEvent } from '@/contract/events';
import { formatMoment } from '@/i18n/format';
import { useLanguage } from '@/i18n/useLanguage';

const fields = [
  'title',
  'description',
  'priority',
  'startAt',
  'dueAt',
  'recurrence',
  'text',
  'checked',
  'limit',
  'key',
  'name',
  'role',
] as const;
type Field = (typeof fields)[number];

export interface Shown {
  readonly field: Field;
  /** Absent: nothing stood there. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

const longest = 280;

/** The fields an event changed, each with what stood there before. */
export function useFieldWords(event: ListEvent, before: Readonly<Record<string, unknown>> | null): Shown[] {
  const { t } = useTranslation();
  const language = useLanguage();

  const words = (field: Field, value: unknown): string | undefined => {
    if (value === null || value === undefined || value === '') return undefined;
    if (field === 'startAt' || field === 'dueAt') return formatMoment(language, String(value));
    if (field === 'priority') return t(`task.priorities.${value as 1 | 2 | 3 | 4}`);
    if (field === 'checked') return t(value ? 'task.itemDone' : 'task.itemOpen');
    if (field === 'role') return t(`people.roles.${value as 'viewer'}`);
    if (typeof value === 'object') return t(`task.repeat.units.${(value as { every: 'day' }).every}`);
    const text = String(value);
    return text.length > longest ? `${text.slice(0, longest)}…` : text;
  };

  // What is added whole is told by its words alone.
  if (before === null && event.type !== 'taskEdited' && event.type !== 'commentAdded') return [];
  const now = event as unknown as Record<string, unknown>;
  return fields
    .filter((field) => field in now)
    .map((field) => ({ field, before: words(field, before?.[field]), after: words(field, now[field]) }))
    .filter((shown) => shown.before !== undefined || shown.after !== undefined);
}
