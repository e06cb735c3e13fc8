import type { Command, SingleCommand } from '@/contract/commands';
import type { Conflict } from '@/contract/hub';

/** An edit of this user's that stands, although somebody else had just changed the same thing: both are there to choose from. */
export interface Clash {
  readonly field: ClashField;
  readonly mine: unknown;
  /** null: they had cleared it. */
  readonly theirs: unknown;
  readonly byActorId: string | null;
  readonly taskId?: string;
  /** What would bring theirs back. */
  readonly back: SingleCommand;
}

const clashFields = ['title', 'description', 'priority', 'startAt', 'dueAt', 'name', 'limit', 'key', 'text'] as const;
export type ClashField = (typeof clashFields)[number];

/** Undefined where there is no choice to offer: a place, a tick, or one of several changes that were made together. */
export function clashOf(command: Command, { field, theirs, byActorId }: Conflict): Clash | undefined {
  const { commandId: _, baseVersion: __, ...body } = command;
  const known = clashFields.find((each) => each === field);
  if (known === undefined || !(known in body) || body.type === 'bulk' || body.type === 'undo') return undefined;
  // Of an edit of several fields only this one is taken back; a label has to be named whole.
  const kept = Object.entries(body).filter(
    ([name]) => name === 'type' || name.endsWith('Id') || body.type === 'defineLabel',
  );
  return {
    field: known,
    mine: body[known as keyof SingleCommand],
    theirs: theirs ?? null,
    byActorId,
    ...('taskId' in body ? { taskId: body.taskId } : {}),
    back: { ...Object.fromEntries(kept), [known]: theirs ?? null } as SingleCommand,
  };
}
