import { day } from '@/lib/time';

export type DueTone = 'late' | 'soon' | 'calm';

/** Late once the moment has passed, soon within two days; a completed task is neither. */
export function dueTone(dueAt: string, now: number, isCompleted: boolean): DueTone {
  const left = Date.parse(dueAt) - now;
  if (isCompleted) return 'calm';
  if (left < 0) return 'late';
  return left <= 2 * day ? 'soon' : 'calm';
}
