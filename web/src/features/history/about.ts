import type { HistoryEntry } from '@/contract/rest';

/** Whether the change is about the task: that something else was put after it is no news of its own. */
export function isAbout({ events, before }: Pick<HistoryEntry, 'events' | 'before'>, taskId: string): boolean {
  const all = JSON.stringify([events, before]);
  const withoutAnchors = JSON.stringify([events, before], (key, value) => (key === 'afterTaskId' ? null : value));
  // Where its id does not occur at all, the server knows why: its section was deleted, say.
  return withoutAnchors.includes(taskId) || !all.includes(taskId);
}
