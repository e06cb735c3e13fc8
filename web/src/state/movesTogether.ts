import type { SingleCommand } from '@/contract/commands';

/** Several tasks one after the other behind one anchor; an anchor that moves along stands for the first place. */
export function movesTogether(
  taskIds: readonly string[],
  sectionId: string,
  afterTaskId: string | null,
): readonly SingleCommand[] {
  const anchor = afterTaskId !== null && taskIds.includes(afterTaskId) ? null : afterTaskId;
  return taskIds.map((taskId, at) => ({
    type: 'moveTask',
    taskId,
    sectionId,
    afterTaskId: at === 0 ? anchor : (taskIds[at - 1] ?? null),
  }));
}
