import type { MyTask } from '@/contract/search';
import { calendarDaysBetween } from '@/lib/time';

const dueGroupNames = ['overdue', 'today', 'week', 'later', 'none'] as const;
type DueGroupName = (typeof dueGroupNames)[number];

interface DueGroup {
  readonly name: DueGroupName;
  readonly tasks: readonly MyTask[];
}

function dueGroupOf(dueAt: string | undefined, now: number): DueGroupName {
  if (dueAt === undefined) return 'none';
  const at = Date.parse(dueAt);
  if (at < now) return 'overdue';
  const days = calendarDaysBetween(now, at);
  if (days === 0) return 'today';
  return days <= 7 ? 'week' : 'later';
}

/** In order of urgency, in the order of the answer within each; empty groups are left out. */
export function dueGroups(tasks: readonly MyTask[], now: number): DueGroup[] {
  return dueGroupNames.flatMap((name) => {
    const own = tasks.filter((task) => dueGroupOf(task.dueAt, now) === name);
    return own.length > 0 ? [{ name, tasks: own }] : [];
  });
}
