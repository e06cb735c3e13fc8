import { createAction, type UnknownAction } from '@reduxjs/toolkit';
import type { Viewer } from '@/contract/hub';
import { listClosed } from '@/state/board';
import type { SessionState } from '@/state/session';

export type PresenceState = Readonly<Record<string, readonly Viewer[]>>;

export const presenceChanged = createAction<{ readonly listId: string; readonly viewers: readonly Viewer[] }>(
  'presence/presenceChanged',
);

export function presenceReducer(state: PresenceState = {}, action: UnknownAction): PresenceState {
  if (presenceChanged.match(action)) return { ...state, [action.payload.listId]: action.payload.viewers };
  if (listClosed.match(action)) {
    const { [action.payload]: _, ...rest } = state;
    return rest;
  }
  return state;
}

const nobody: readonly Viewer[] = [];

export function selectViewers(state: { readonly presence: PresenceState }, listId: string): readonly Viewer[] {
  return state.presence[listId] ?? nobody;
}

interface Root {
  readonly presence: PresenceState;
  readonly session: SessionState;
}

/** Everybody at the list just now, this user too: one word, so that it is equal while nobody comes or goes. */
export function selectPresentIds(state: Root, listId: string): string {
  return [...new Set(selectViewers(state, listId).map((viewer) => viewer.userId))].sort().join(' ');
}

/** Who else edits this task, or this field of it; ids with spaces between, for the same reason. */
export function selectEditorIds(state: Root, listId: string, taskId: string, field?: string): string {
  const me = state.session.user?.userId;
  const at = selectViewers(state, listId).filter(
    (viewer) =>
      viewer.taskId === taskId &&
      viewer.userId !== me &&
      (field === undefined ? viewer.field !== undefined && viewer.field !== null : viewer.field === field),
  );
  return [...new Set(at.map((viewer) => viewer.userId))].sort().join(' ');
}
