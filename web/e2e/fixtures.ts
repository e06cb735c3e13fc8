import type { CommandBody } from '@/contract/commands';
import { uuidv7 } from '@/lib/uuidv7';
import type { Rest, RestUser } from './rest';

/** A list with tasks enough to be worked on and few enough to be all on the screen, and an endless stream of edits to them. */
export async function busyList(
  rest: Rest,
  owner: RestUser,
): Promise<{ listId: string; next: (at: number) => CommandBody }> {
  const listId = await rest.createList(owner, 'Busy list');
  const { sections } = await rest.snapshot(owner, listId);
  const sectionIds = sections.map((section) => section.sectionId);
  const taskIds = Array.from({ length: 24 }, () => uuidv7());
  const sectionAt = (at: number) => sectionIds[at % sectionIds.length] ?? '';
  await rest.run(
    owner,
    listId,
    taskIds.map((taskId, at) => ({ type: 'addTask', taskId, sectionId: sectionAt(at), title: `Task ${at}` })),
  );

  const next = (at: number): CommandBody => {
    const taskId = taskIds[(at * 7) % taskIds.length] ?? '';
    switch (at % 5) {
      case 0:
        return { type: 'moveTask', taskId, sectionId: sectionAt(at * 3), afterTaskId: null };
      case 1:
        return { type: at % 2 === 0 ? 'completeTask' : 'reopenTask', taskId };
      default:
        return { type: 'editTask', taskId, title: `Task ${at}` };
    }
  };
  return { listId, next };
}
