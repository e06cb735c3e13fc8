import { createAction, createReducer } from '@reduxjs/toolkit';
import type { Badge } from '@/sync/status';

export const connectionChanged = createAction<Badge>('connection/connectionChanged');
/** The user pressed "Retry": do not wait for the next attempt. */
export const retryRequested = createAction('connection/retryRequested');
/** The tab is not looked at any more, and may never be again. */
export const pageHidden = createAction('connection/pageHidden');

const initialBadge: Badge = { kind: 'connecting', unsent: 0 };

export const connectionReducer = createReducer(initialBadge, (builder) =>
  builder.addCase(connectionChanged, (_, action) => action.payload),
);

export function selectBadge(state: { readonly connection: Badge }): Badge {
  return state.connection;
}
