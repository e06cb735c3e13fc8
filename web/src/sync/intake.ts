import type { Change } from '@/contract/events';
import { apply } from '@/sync/apply';
import type { Board } from '@/sync/board';
import { BoardDraft } from '@/sync/draft';
import { isKnownEvent } from '@/sync/guards';

export interface Intake {
  readonly board: Board;
  readonly applied: readonly Change[];
  /** Beyond a gap: to be held until the gap is filled. */
  readonly held: readonly Change[];
  /** A change of a newer server stands next: nothing after it can be shown. */
  readonly unknown: boolean;
}

/** Applies what follows on from the board, whatever order and however often the changes came. Throws when the copy is wrong. */
export function takeIn(board: Board, changes: readonly Change[]): Intake {
  const waiting = changes.filter((change) => change.version > board.version).sort((a, b) => a.version - b.version);
  const draft = new BoardDraft(board);
  const applied: Change[] = [];
  let version = board.version;
  let unknown = false;
  let next = 0;
  for (; next < waiting.length; next++) {
    const change = waiting[next];
    if (!change || change.version > version + 1) break;
    if (change.version <= version) continue;
    const events = change.events.filter(isKnownEvent);
    unknown = events.length < change.events.length;
    if (unknown) break;
    for (const event of events) apply(draft, event, change);
    applied.push(change);
    version = change.version;
  }
  const held = waiting.slice(next);
  return { board: applied.length > 0 ? draft.finish(version) : board, applied, held, unknown };
}
