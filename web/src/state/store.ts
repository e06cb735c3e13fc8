import { combineReducers, configureStore } from '@reduxjs/toolkit';
import { api } from '@/state/api';
import { boardReducer } from '@/state/board';
import { clashesReducer } from '@/state/clashes';
import { collapsedReducer } from '@/state/collapsed';
import { connectionReducer } from '@/state/connection';
import { doorman } from '@/state/doorman';
import { filterReducer } from '@/state/filter';
import { makeServices } from '@/state/makeServices';
import { noticesReducer } from '@/state/notices';
import { presenceReducer } from '@/state/presence';
import { remembering } from '@/state/remembering';
import { selectionReducer } from '@/state/selection';
import type { Services } from '@/state/services';
import { sessionReducer } from '@/state/session';
import type { OpStore, Transport } from '@/sync/ports';

const reducer = combineReducers({
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

export interface StoreOptions {
  /** Tests bring their own world. */
  readonly fetcher?: typeof fetch;
  readonly transport?: Transport;
  readonly store?: OpStore;
}

export function makeStore(options: StoreOptions = {}) {
  const services: Services = makeServices(
    options,
    (action) => store.dispatch(action),
    () => store.getState().session,
  );
  const store = configureStore({
    reducer,
    middleware: (defaults) =>
      defaults({
        thunk: { extraArgument: services },
        // A board of thousands of tasks is never changed in place; walking it on every action would cost more than the action.
        immutableCheck: false,
        serializableCheck: false,
      })
        .prepend(doorman(services), remembering(services))
        .concat(api.middleware),
  });
  return store;
}

export type AppStore = ReturnType<typeof makeStore>;
export type AppDispatch = AppStore['dispatch'];
