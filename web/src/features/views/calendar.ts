import { instantOf, wallOf } from '@/lib/zone';

interface Due {
  readonly dueAt?: string;
}

/** Whole weeks: those that hold the day's month, or the one that holds the day. `first` is 0 for Sunday. */
export function calendarDays(day: Date, span: 'month' | 'week', first: number): Date[] {
  const start = span === 'month' ? new Date(day.getFullYear(), day.getMonth(), 1) : day;
  const lead = (start.getDay() - first + 7) % 7;
  const length = span === 'week' ? 7 : new Date(day.getFullYear(), day.getMonth() + 1, 0).getDate();
  const cells = span === 'week' ? 7 : Math.ceil((lead + length) / 7) * 7;
  return Array.from(
    { length: cells },
    (_, at) => new Date(start.getFullYear(), start.getMonth(), start.getDate() - lead + at),
  );
}

/** By the viewer's calendar day. */
export function byDay<T extends Due>(tasks: readonly T[]): Map<string, T[]> {
  const days = new Map<string, T[]>();
  for (const task of tasks) {
    if (task.dueAt === undefined) continue;
    const day = wallOf(task.dueAt).toDateString();
    const others = days.get(day);
    if (others) others.push(task);
    else days.set(day, [task]);
  }
  return days;
}

/** Another day, the same time of day; without one, the end of that day. */
export function atSameTime(dueAt: string | undefined, day: Date): string {
  const old = dueAt === undefined ? undefined : wallOf(dueAt);
  const moved = new Date(
    day.getFullYear(),
    day.getMonth(),
    day.getDate(),
    old?.getHours() ?? 23,
    old?.getMinutes() ?? 59,
  );
  return instantOf(moved).toISOString();
}
