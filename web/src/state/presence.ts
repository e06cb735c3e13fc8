import { createAction, type UnknownAction } from '@reduxjs/toolkit';
import type { Viewer } from '@/contract/hub';
import { listClosed } from '@/state/board';

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
