import type { Middleware } from '@reduxjs/toolkit';
import { api } from '@/state/api';
import { boardAdded } from '@/state/board';
import { doorman } from '@/state/doorman';
import type { Entry } from '@/state/entry';
import { makeServices, type World } from '@/state/makeServices';
import { recalling } from '@/state/recalling';
import type { Services } from '@/state/services';
import { type AppStore, type RootState, reducer } from '@/state/store';

/**
 * Adds what is behind the sign-in, with its engine, to the store of the sign-in. Before anything of it is drawn, and
 * once: whoever asks again gets the same.
 */
export function addBoard({ store: entry, services: known, addMiddleware }: Entry, world: World = {}): AppStore {
  const store = entry as unknown as AppStore;
  if ('board' in store.getState()) return store;
  store.replaceReducer(reducer);
  const services = makeServices(known, world, store.dispatch, () => store.getState().session);
  addMiddleware(thunks(services), doorman(services), recalling(services), api.middleware);
  // Somebody may be signed in already.
  store.dispatch(boardAdded());
  return store;
}

/** In front of the entry's own, which knows only what the entry's thunks need. */
function thunks(services: Services): Middleware<object, RootState> {
  return ({ dispatch, getState }) =>
    (next) =>
    (action) =>
      typeof action === 'function' ? action(dispatch, getState, services) : next(action);
}
