import { createListenerMiddleware, type Middleware } from '@reduxjs/toolkit';
import { api } from '@/state/api';
import { listClosed, listOpened } from '@/state/board';
import { retryRequested } from '@/state/connection';
import type { Services } from '@/state/services';
import { restoreSession, type SessionState, sessionEnded, signIn, signOut, signUp } from '@/state/session';

interface Root {
  readonly session: SessionState;
}

/** Hands what happened on the screen to the engine and does nothing else; long-lived work lives there. */
export function doorman({ engine }: Services): Middleware {
  const listeners = createListenerMiddleware<Root>();
  const on = listeners.startListening;
  on({ actionCreator: listOpened, effect: (action) => engine.open(action.payload) });
  on({ actionCreator: listClosed, effect: (action) => engine.close(action.payload) });
  on({ actionCreator: retryRequested, effect: () => engine.poke() });
  for (const entered of [signIn.fulfilled, signUp.fulfilled, restoreSession.fulfilled])
    on({ matcher: entered.match, effect: (_, { getState }) => getState().session.user && engine.signedIn() });
  on({ actionCreator: sessionEnded, effect: () => engine.needsAuth() });
  on({
    actionCreator: signOut.fulfilled,
    effect: (_, { dispatch }) => {
      engine.signedOut();
      dispatch(api.util.resetApiState());
    },
  });
  return listeners.middleware;
}
