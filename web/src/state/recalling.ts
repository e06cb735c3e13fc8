import {
  createListenerMiddleware,
  isAnyOf,
  type Middleware,
  type ThunkDispatch,
  type UnknownAction,
} from '@reduxjs/toolkit';
import type { api } from '@/state/api';
import { boardAdded } from '@/state/board';
import { keepable, recall } from '@/state/keptAnswers';
import type { Services } from '@/state/services';
import { restoreSession, type SessionState } from '@/state/session';

interface Root {
  readonly session: SessionState;
  readonly api: ReturnType<typeof api.reducer>;
}

type AppDispatch = ThunkDispatch<Root, Services, UnknownAction>;

/** Keeps the server's answers on this device, and puts them back in a visit without a network. */
export function recalling({ lastSeen, tokens }: Services): Middleware {
  const listeners = createListenerMiddleware<Root, AppDispatch>();
  const on = listeners.startListening;
  on({
    predicate: (action) => keepable(action) !== undefined,
    effect: async (action, { getState }) => {
      const userId = getState().session.user?.userId;
      const answer = keepable(action);
      if (userId && answer) await lastSeen.keepAnswer(userId, answer).catch(() => undefined);
    },
  });
  on({
    matcher: isAnyOf(boardAdded, restoreSession.fulfilled),
    effect: async (_, { dispatch, getState }) => {
      const { user } = getState().session;
      // With a token the server has answered, and will answer the rest.
      if (!user || tokens.current !== undefined) return;
      for (const answer of await lastSeen.answers(user.userId).catch(() => [])) recall(answer, dispatch);
    },
  });
  return listeners.middleware;
}
