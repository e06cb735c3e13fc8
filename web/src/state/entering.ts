import { createListenerMiddleware, isAnyOf, type ThunkDispatch, type UnknownAction } from '@reduxjs/toolkit';
import { second } from '@/lib/time';
import { lastUser } from '@/state/lastUser';
import type { EntryServices } from '@/state/services';
import { restoreSession, type SessionState, sessionEnded, signIn, signOut, signUp, updateMe } from '@/state/session';

interface Root {
  readonly session: SessionState;
}

/** Asks until it is known who this is, and keeps on this device who was here last. */
export function entering() {
  const listeners = createListenerMiddleware<Root, ThunkDispatch<Root, EntryServices, UnknownAction>>();
  const on = listeners.startListening;
  const answered = isAnyOf(signIn.fulfilled, signUp.fulfilled, updateMe.fulfilled, restoreSession.fulfilled);
  // The server could not be asked who this is: ask again, for without an answer there is nothing to show.
  on({
    actionCreator: restoreSession.rejected,
    effect: async ({ payload }, { delay, dispatch }) => {
      await delay(Math.max(payload?.retryAfterMs ?? 0, 2 * second));
      dispatch(restoreSession());
    },
  });
  on({
    matcher: answered,
    effect: ({ payload: user }) => {
      if (user) lastUser.remember(user);
      else forget();
    },
  });
  on({ actionCreator: signOut.fulfilled, effect: () => lastUser.forget() });
  on({
    actionCreator: sessionEnded,
    effect: (_, { getOriginalState }) => {
      // It may have ended because somebody else signed in, in another tab.
      if (lastUser.read()?.userId === getOriginalState().session.user?.userId) lastUser.forget();
    },
  });
  return listeners.middleware;
}

/** Nobody is signed in: what was seen here goes, too. */
function forget(): void {
  lastUser.forget();
  import('@/sync/idbLastSeen').then(({ IdbLastSeen }) => new IdbLastSeen().clear()).catch(() => undefined);
}
