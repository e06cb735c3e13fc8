import { wallOf } from '@/lib/zone';

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The instant as RFC 3339 in UTC, the only form that crosses the wire. */
export function toInstant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** Whole calendar days from `now` to `at` in the viewer's zone: 0 today, 1 tomorrow, -1 yesterday. */
export function calendarDaysBetween(now: number, at: number): number {
  const midnight = (value: number) => wallOf(value).setHours(0, 0, 0, 0);
  // Rounded, because a day with a clock change has 23 or 25 hours.
  return Math.round((midnight(at) - midnight(now)) / day);
}
