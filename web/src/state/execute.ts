import type { ThunkAction, UnknownAction } from '@reduxjs/toolkit';
import type { CommandBody, SingleCommand } from '@/contract/commands';
import type { Services } from '@/state/services';

/** The server takes no more in one change. */
export const mostAtOnce = 500;

type ExecuteThunk<T> = ThunkAction<T, unknown, Services, UnknownAction>;

/** Paints first, then sends, and sends again until the server has decided. Answers the command's id. */
export function execute(listId: string, command: CommandBody): ExecuteThunk<string> {
  return (_, __, { engine }) => engine.execute(listId, command);
}

/** Tells the others what this user looks at or edits; nothing is stored and nothing is sent again. */
export function setPresence(listId: string, where: { taskId?: string; field?: string }): ExecuteThunk<void> {
  return (_, __, { engine }) => engine.setPresence(listId, where);
}

/** Takes back this user's last action on the list, or one certain action of theirs. */
export function undo(listId: string, commandId?: string): ExecuteThunk<boolean> {
  return (_, __, { engine }) => engine.undo(listId, commandId);
}

export function redo(listId: string): ExecuteThunk<boolean> {
  return (_, __, { engine }) => engine.redo(listId);
}

/** Several as one change, or as few as the server takes; one alone goes as itself. Answers the first one's id, by which all are taken back. */
export function executeAll(listId: string, commands: readonly SingleCommand[]): ExecuteThunk<string | undefined> {
  return (_, __, { engine }) => {
    const [only, ...others] = commands;
    if (!only) return undefined;
    if (others.length === 0) return engine.execute(listId, only);
    let first: string | undefined;
    for (let at = 0; at < commands.length; at += mostAtOnce) {
      const id = engine.execute(listId, { type: 'bulk', commands: commands.slice(at, at + mostAtOnce) }, first);
      first ??= id;
    }
    return first;
  };
}
