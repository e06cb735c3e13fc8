import { combineReducers, type Store, type ThunkDispatch, type UnknownAction } from '@reduxjs/toolkit';
import { api } from '@/state/api';
import { boardReducer } from '@/state/board';
import { clashesReducer } from '@/state/clashes';
import { collapsedReducer } from '@/state/collapsed';
import { connectionReducer } from '@/state/connection';
import { filterReducer } from '@/state/filter';
import { noticesReducer } from '@/state/notices';
import { presenceReducer } from '@/state/presence';
import { selectionReducer } from '@/state/selection';
import type { Services } from '@/state/services';
import { sessionReducer } from '@/state/session';

/** The state of somebody who is signed in; before that there is only the session. */
export const reducer = combineReducers({
  session: sessionReducer,
  connection: connectionReducer,
  board: boardReducer,
  presence: presenceReducer,
  filter: filterReducer,
  notices: noticesReducer,
  selection: selectionReducer,
  collapsed: collapsedReducer,
  clashes: clashesReducer,
  api: api.reducer,
});

export type RootState = ReturnType<typeof reducer>;
export type AppDispatch = ThunkDispatch<RootState, Services, UnknownAction>;

export interface AppStore extends Store<RootState> {
  readonly dispatch: AppDispatch & Store<RootState>['dispatch'];
}
