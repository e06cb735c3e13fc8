import type { ThunkAction, UnknownAction } from '@reduxjs/toolkit';
import type { CommandBody } from '@/contract/commands';
import type { Services } from '@/state/services';

type ExecuteThunk<T> = ThunkAction<T, unknown, Services, UnknownAction>;

/** Paints first, then sends, and sends again until the server has decided. Answers the command's id. */
export function execute(listId: string, command: CommandBody): ExecuteThunk<string> {
  return (_, __, { engine }) => engine.execute(listId, command);
}

/** Tells the others what this user looks at or edits; nothing is stored and nothing is sent again. */
export function setPresence(listId: string, where: { taskId?: string; field?: string }): ExecuteThunk<void> {
  return (_, __, { engine }) => engine.setPresence(listId, where);
}
