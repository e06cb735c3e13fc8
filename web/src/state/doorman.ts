import {
  createListenerMiddleware,
  isAnyOf,
  type Middleware,
  type ThunkDispatch,
  type UnknownAction,
} from '@reduxjs/toolkit';
import { forgetDrafts } from '@/lib/drafts';
import { api } from '@/state/api';
import { boardAdded, listClosed, listOpened } from '@/state/board';
import { rememberFolded, sectionFolded, sectionUnfolded } from '@/state/collapsed';
import { pageHidden, retryRequested } from '@/state/connection';
import type { Services } from '@/state/services';
import { restoreSession, type SessionState, sessionEnded, signIn, signOut, signUp } from '@/state/session';

interface Root {
  readonly collapsed: readonly string[];
  readonly session: SessionState;
}

type AppDispatch = ThunkDispatch<Root, Services, UnknownAction>;

/** Hands what happened on the screen to the engine and does nothing else; long-lived work lives there. */
export function doorman({ engine }: Services): Middleware {
  const listeners = createListenerMiddleware<Root, AppDispatch>();
  const on = listeners.startListening;
  on({ actionCreator: listOpened, effect: (action) => engine.open(action.payload) });
  on({ actionCreator: listClosed, effect: (action) => engine.close(action.payload) });
  on({ actionCreator: retryRequested, effect: () => engine.poke() });
  on({ actionCreator: pageHidden, effect: () => engine.hidden() });
  for (const entered of [boardAdded, signIn.fulfilled, signUp.fulfilled, restoreSession.fulfilled])
    on({ matcher: entered.match, effect: (_, { getState }) => getState().session.user && engine.signedIn() });
  on({ matcher: isAnyOf(sectionFolded, sectionUnfolded), effect: (_, { getState }) => rememberFolded(getState()) });
  on({
    actionCreator: sessionEnded,
    effect: (_, { dispatch }) => {
      engine.needsAuth();
      // Whoever signs in next must not see the last one's lists.
      dispatch(api.util.resetApiState());
    },
  });
  on({
    actionCreator: signOut.fulfilled,
    effect: (_, { dispatch }) => {
      engine.signedOut();
      forgetDrafts();
      dispatch(api.util.resetApiState());
    },
  });
  return listeners.middleware;
}
