import { configureStore } from '@reduxjs/toolkit';
import { entering } from '@/state/entering';
import { Http } from '@/state/http';
import { roomForMore } from '@/state/roomForMore';
import type { EntryServices } from '@/state/services';
import { sessionEnded, sessionReducer } from '@/state/session';
import { Tokens } from '@/state/tokens';

/** The store as the sign-in needs it. What is behind the sign-in is added to it by `addBoard`. */
export function makeEntry(fetcher: typeof fetch = globalThis.fetch.bind(globalThis)) {
  const tokens = new Tokens(fetcher);
  const services: EntryServices = { tokens, http: new Http(tokens, fetcher) };
  const room = roomForMore();
  const store = configureStore({
    reducer: { session: sessionReducer },
    middleware: (defaults) =>
      defaults({
        thunk: { extraArgument: services },
        // A board of thousands of tasks is never changed in place; walking it on every action would cost more than the action.
        immutableCheck: false,
        serializableCheck: false,
      }).prepend(room.middleware, entering()),
  });
  tokens.onEnded = () => store.dispatch(sessionEnded());
  return { store, services, addMiddleware: room.add };
}

export type Entry = ReturnType<typeof makeEntry>;
export type EntryState = ReturnType<Entry['store']['getState']>;
export type EntryDispatch = Entry['store']['dispatch'];
