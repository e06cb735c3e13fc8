import type { CommandBody } from '@/contract/commands';
import type { ListEvent } from '@/contract/events';
import { apply } from '@/sync/apply';
import { type Board, boardOf } from '@/sync/board';
import { BoardDraft } from '@/sync/draft';
import type { PendingCommand } from '@/sync/ports';

export const at = '2026-11-22T10:00:00.000Z';
export const anna = 'anna';

/** Two sections: "todo" with three tasks, "done" with none. */
export const board: Board = boardOf({
  listId: 'list',
  historyId: 'h1',
  version: 7,
  name: 'Kitchen',
  sections: [
    { sectionId: 'todo', name: 'To do', taskIds: ['t1', 't2', 't3'] },
    { sectionId: 'done', name: 'Done', taskIds: [] },
  ],
  tasks: ['t1', 't2', 't3'].map((taskId, index) => ({
    taskId,
    number: index + 1,
    title: `Task ${index + 1}`,
    createdAt: at,
    createdBy: anna,
    assigneeIds: [],
    labelIds: [],
    checklist: [],
    comments: [],
  })),
  labels: [{ labelId: 'l1', name: 'home', color: 'blue' }],
  members: [{ userId: anna, role: 'owner' }],
});

export function boardAfter(...events: ListEvent[]): Board {
  const draft = new BoardDraft(board);
  for (const event of events) apply(draft, event, { actorId: anna, at });
  return draft.finish(board.version + 1);
}

export function pending(body: CommandBody, commandId = 'c1'): PendingCommand {
  return { command: { ...body, commandId }, madeAt: Date.parse(at) };
}

export function order(shown: Board, sectionId: string): readonly string[] | undefined {
  return shown.sections[sectionId]?.taskIds;
}
