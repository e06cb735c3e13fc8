import {
  createListenerMiddleware,
  isAnyOf,
  type Middleware,
  type ThunkDispatch,
  type UnknownAction,
} from '@reduxjs/toolkit';
import type { api } from '@/state/api';
import { keepable, recall } from '@/state/keptAnswers';
import { lastUser } from '@/state/lastUser';
import type { Services } from '@/state/services';
import { restoreSession, type SessionState, sessionEnded, signIn, signOut, signUp, updateMe } from '@/state/session';

interface Root {
  readonly session: SessionState;
  readonly api: ReturnType<typeof api.reducer>;
}

type AppDispatch = ThunkDispatch<Root, Services, UnknownAction>;

/** Keeps on this device what a visit without a network starts from, and forgets it with whom it belongs to. */
export function remembering({ lastSeen, tokens }: Services): Middleware {
  const listeners = createListenerMiddleware<Root, AppDispatch>();
  const on = listeners.startListening;
  const entered = isAnyOf(signIn.fulfilled, signUp.fulfilled, updateMe.fulfilled, restoreSession.fulfilled);
  on({
    matcher: entered,
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
  on({
    predicate: (action) => keepable(action) !== undefined,
    effect: async (action, { getState }) => {
      const userId = getState().session.user?.userId;
      const answer = keepable(action);
      if (userId && answer) await lastSeen.keepAnswer(userId, answer).catch(() => undefined);
    },
  });
  on({
    actionCreator: restoreSession.fulfilled,
    effect: async ({ payload: user }, { dispatch }) => {
      // With a token the server has answered, and will answer the rest.
      if (!user || tokens.current !== undefined) return;
      for (const answer of await lastSeen.answers(user.userId).catch(() => [])) recall(answer, dispatch);
    },
  });
  return listeners.middleware;

  function forget(): void {
    lastUser.forget();
    lastSeen.clear().catch(() => undefined);
  }
}
