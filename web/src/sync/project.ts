import { toInstant } from '@/lib/time';
import { apply } from '@/sync/apply';
import type { Board } from '@/sync/board';
import { BoardDraft } from '@/sync/draft';
import { guess } from '@/sync/guess';
import type { PendingCommand } from '@/sync/ports';

/** What the user sees: the server's board with the user's own pending commands done again on top. No undo code exists. */
export function project(base: Board, pending: readonly PendingCommand[], me: string | null): Board {
  if (pending.length === 0) return base;
  const draft = new BoardDraft(base);
  for (const { command, madeAt } of pending) {
    const { commandId: _, baseVersion: __, ...body } = command;
    // One at a time: each of several stands on what those before it did.
    for (const each of body.type === 'bulk' ? body.commands : [body])
      for (const event of guess(draft, each, me)) apply(draft, event, { actorId: me, at: toInstant(madeAt) });
  }
  return draft.finish(base.version);
}

export function unsentTasks(pending: readonly PendingCommand[]): ReadonlySet<string> {
  const taskIds = new Set<string>();
  for (const { command, acceptedAt } of pending)
    for (const each of command.type === 'bulk' ? command.commands : [command])
      if (acceptedAt === undefined && 'taskId' in each) taskIds.add(each.taskId);
  return taskIds;
}
