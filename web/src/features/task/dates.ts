import { instantOf } from '@/lib/zone';

/** The calendar of one month, whole weeks from the language's first weekday. */
export interface Day {
  readonly date: Date;
  readonly isOutside: boolean;
}

const pad = (value: number) => String(value).padStart(2, '0');

/** Monday everywhere but where English counts from Sunday. 1 = Monday … 7 = Sunday, as Intl has it. */
export function firstWeekday(language: string): number {
  return language === 'en' ? 7 : 1;
}

export function monthDays(year: number, month: number, first: number): Day[] {
  const start = new Date(year, month, 1);
  // Sunday is 0 for Date and 7 for Intl.
  const lead = (start.getDay() - (first % 7) + 7) % 7;
  const length = new Date(year, month + 1, 0).getDate();
  const cells = Math.ceil((lead + length) / 7) * 7;
  return Array.from({ length: cells }, (_, index) => {
    const date = new Date(year, month, 1 - lead + index);
    return { date, isOutside: date.getMonth() !== month };
  });
}

export function sameDay(a: Date, b: Date): boolean {
  return a.getFullYear() === b.getFullYear() && a.getMonth() === b.getMonth() && a.getDate() === b.getDate();
}

/** "18:30" for the input, of a clock on the wall; empty where the day as a whole is meant. */
export function timeOf(wall: Date): string {
  const isWholeDay = wall.getHours() === 23 && wall.getMinutes() === 59;
  return isWholeDay ? '' : `${pad(wall.getHours())}:${pad(wall.getMinutes())}`;
}

/** The moment in the zone in use; without a time it is the last minute of the day. */
export function momentOf(date: Date, time: string): string {
  const [hours = 23, minutes = 59] = time === '' ? [] : time.split(':').map(Number);
  return instantOf(new Date(date.getFullYear(), date.getMonth(), date.getDate(), hours, minutes)).toISOString();
}
