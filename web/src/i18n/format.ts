import { calendarDaysBetween } from '@/lib/time';
import { wallOf } from '@/lib/zone';

// Formatters are slow to make and are asked for on every card: one per language and kind.
const made = new Map<string, Intl.DateTimeFormat>();

function formatter(language: string, kind: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = `${language} ${kind}`;
  let found = made.get(id);
  if (!found) {
    found = new Intl.DateTimeFormat(language, options);
    made.set(id, found);
  }
  return found;
}

const relative = new Map<string, Intl.RelativeTimeFormat>();

/** "today", "tomorrow", "3 Dec", "3 Dec 2027": as short as it stays clear. */
export function formatDay(language: string, instant: string, now: number = Date.now()): string {
  const at = Date.parse(instant);
  const days = calendarDaysBetween(now, at);
  if (Math.abs(days) <= 1) return relativeDays(language, days);
  const wall = wallOf(at);
  return wall.getFullYear() === wallOf(now).getFullYear()
    ? formatter(language, 'day', { day: 'numeric', month: 'short' }).format(wall)
    : formatter(language, 'year', { day: 'numeric', month: 'short', year: 'numeric' }).format(wall);
}

/** The full date, with the time unless the day as a whole is meant. */
export function formatMoment(language: string, instant: string): string {
  const at = wallOf(instant);
  return isEndOfDay(instant)
    ? formatter(language, 'long', { day: 'numeric', month: 'long', year: 'numeric' }).format(at)
    : formatter(language, 'moment', {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
      }).format(at);
}

export function formatTime(language: string, instant: string): string {
  return formatter(language, 'time', { hour: '2-digit', minute: '2-digit' }).format(wallOf(instant));
}

/** A due date without a time is kept as the last minute of that day in the zone of the person who set it. */
export function isEndOfDay(instant: string): boolean {
  const at = wallOf(instant);
  return at.getHours() === 23 && at.getMinutes() === 59;
}

function relativeDays(language: string, days: number): string {
  let found = relative.get(language);
  if (!found) {
    found = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    relative.set(language, found);
  }
  return found.format(days, 'day');
}
