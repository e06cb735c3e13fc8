import type { Weekday } from '@/contract/snapshot';

export const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** "Mon", "пн". The first of January 2024 was a Monday. */
export function weekdayName(language: string, day: Weekday): string {
  return new Intl.DateTimeFormat(language, { weekday: 'short' }).format(new Date(2024, 0, 1 + weekdays.indexOf(day)));
}
