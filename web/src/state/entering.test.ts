import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeEntry } from '@/state/entry';
import { lastUser } from '@/state/lastUser';
import { restoreSession, selectSession, signIn, signOut } from '@/state/session';

const anna = { userId: 'anna', email: 'a@example.org', displayName: 'Anna', language: 'en', timeZone: 'UTC' };
const entered = (user: typeof anna) => Response.json({ accessToken: 't1', expiresIn: 600, user });

beforeEach(() => {
  vi.useFakeTimers();
  const items = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
    removeItem: (key: string) => items.delete(key),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function visit(answer: () => Promise<Response>) {
  const rest = vi.fn<typeof fetch>(answer);
  const { store } = makeEntry(rest);
  return { rest, store, session: () => selectSession(store.getState()) };
}

const offline = async () => {
  throw new TypeError('network');
};

async function annaWasHere() {
  const { store } = visit(async () => entered(anna));
  await store.dispatch(signIn({ email: anna.email, password: 'secret' }));
  return store;
}

test('WithoutANetworkItIsWhoWasHereLast', async () => {
  await annaWasHere();
  const { store, session } = visit(offline);
  await store.dispatch(restoreSession());
  expect(session()).toEqual({ status: 'signedIn', user: anna });
});

test('AServerThatTakesLongKeepsNobodyWaiting', async () => {
  await annaWasHere();
  const { store, session } = visit(() => new Promise(() => {}));
  void store.dispatch(restoreSession());
  await vi.advanceTimersByTimeAsync(3_000);
  expect(session()).toEqual({ status: 'signedIn', user: anna });
});

test('AnotherUsersAnswerEndsWhatWasOpenedForTheLastOne', async () => {
  await annaWasHere();
  let answer = (_: Response) => {};
  const { store, session } = visit(() => new Promise((resolve) => (answer = resolve)));
  void store.dispatch(restoreSession());
  await vi.advanceTimersByTimeAsync(3_000);
  answer(entered({ ...anna, userId: 'boris' }));
  await vi.advanceTimersByTimeAsync(0);
  expect(session().status).toBe('signedOut');
});

test('WhoeverSignsOutOrIsToldThatTheSessionIsOverIsForgotten', async () => {
  const store = await annaWasHere();
  await store.dispatch(signOut());
  expect(lastUser.read()).toBeUndefined();

  await annaWasHere();
  const next = visit(async () => Response.json({ code: 'unauthenticated' }, { status: 401 }));
  await next.store.dispatch(restoreSession());
  expect(next.session().status).toBe('signedOut');
  expect(lastUser.read()).toBeUndefined();
});
