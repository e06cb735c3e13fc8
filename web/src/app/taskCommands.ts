import type { SingleCommand } from '@/contract/commands';
import type { BoardTask } from '@/state/board';

/** What one press does to several tasks at once: only to those it changes. */
export function completing(tasks: readonly BoardTask[]): SingleCommand[] {
  const open = tasks.filter((task) => task.completedAt === undefined);
  // Some open: finish them. All done: take all up again.
  return open.length > 0
    ? open.map(({ taskId }) => ({ type: 'completeTask', taskId }))
    : tasks.map(({ taskId }) => ({ type: 'reopenTask', taskId }));
}

export function prioritizing(tasks: readonly BoardTask[], priority: number | null): SingleCommand[] {
  return tasks
    .filter((task) => (task.priority ?? null) !== priority)
    .map(({ taskId }) => ({ type: 'editTask', taskId, priority }));
}

export function assigning(tasks: readonly BoardTask[], userId: string): SingleCommand[] {
  const without = tasks.filter((task) => !task.assigneeIds.includes(userId));
  return without.length > 0
    ? without.map(({ taskId }) => ({ type: 'assign', taskId, userId }))
    : tasks.map(({ taskId }) => ({ type: 'unassign', taskId, userId }));
}

export function labelling(tasks: readonly BoardTask[], labelId: string): SingleCommand[] {
  const without = tasks.filter((task) => !task.labelIds.includes(labelId));
  return without.length > 0
    ? without.map(({ taskId }) => ({ type: 'addLabel', taskId, labelId }))
    : tasks.map(({ taskId }) => ({ type: 'removeLabel', taskId, labelId }));
}

export function deleting(tasks: readonly BoardTask[]): SingleCommand[] {
  return tasks.map(({ taskId }) => ({ type: 'deleteTask', taskId }));
}
