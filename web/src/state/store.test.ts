import { afterEach, expect, test, vi } from 'vitest';
import { api } from '@/state/api';
import { listOpened, selectIsUnsent, selectScope, selectTask } from '@/state/board';
import { execute } from '@/state/execute';
import { withoutFrozen } from '@/state/frozen';
import { noticeShown, selectNotices } from '@/state/notices';
import { restoreSession, selectSession, sessionEnded, signIn, signOut } from '@/state/session';
import { wholeStore } from '@/state/testing/wholeStore';
import { ModelLink } from '@/sync/testing/modelLink';
import { ModelServer } from '@/sync/testing/modelServer';
import { VirtualClock } from '@/sync/testing/virtualClock';

const user = { userId: 'anna', email: 'a@example.org', displayName: 'Anna', language: 'en', timeZone: 'UTC' };

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function storage() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
    removeItem: (key: string) => items.delete(key),
  };
}

function world() {
  vi.useFakeTimers();
  const clock = new VirtualClock();
  const server = new ModelServer();
  server.execute('founder', { commandId: 'c0', type: 'addSection', sectionId: 's0', name: 'To do' }, clock.now());
  const link = new ModelLink(server, clock, 'anna');
  const rest = vi.fn<typeof fetch>(async () => Response.json({ accessToken: 't1', expiresIn: 600, user }));
  const store = wholeStore(rest, { transport: link });
  const settle = async () => {
    for (let round = 0; round < 8; round++) {
      await vi.advanceTimersByTimeAsync(16);
      link.serve(5);
      link.deliver(5);
    }
  };
  return { server, link, rest, store, settle };
}

test('SignedInUserSeesTheListAndOwnEditsBeforeTheServerDoes', async () => {
  const { server, store, settle } = world();
  await store.dispatch(signIn({ email: user.email, password: 'secret' }));
  expect(selectSession(store.getState())).toEqual({ status: 'signedIn', user });
  store.dispatch(listOpened('list'));
  await vi.waitFor(async () => {
    await settle();
    expect(selectScope(store.getState(), 'list').status).toBe('live');
  }, 20_000);

  store.dispatch(execute('list', { type: 'addTask', taskId: 't1', sectionId: 's0', title: 'Milk' }));
  expect(selectTask(store.getState(), 'list', 't1')).toMatchObject({ title: 'Milk', number: 0, createdBy: 'anna' });
  expect(selectIsUnsent(store.getState(), 'list', 't1')).toBe(true);
  expect(server.version).toBe(1);
  await settle();
  expect(selectTask(store.getState(), 'list', 't1')).toMatchObject({ number: 1 });
  expect(selectIsUnsent(store.getState(), 'list', 't1')).toBe(false);
});

test('RefusedSignInIsRejectedWithItsCode', async () => {
  const { rest, store } = world();
  rest.mockResolvedValueOnce(Response.json({ code: 'invalidCredentials' }, { status: 401 }));
  const result = await store.dispatch(signIn({ email: user.email, password: 'wrong' }));
  expect(result).toMatchObject({ payload: { code: 'invalidCredentials' }, meta: { rejectedWithValue: true } });
  expect(selectSession(store.getState()).status).not.toBe('signedIn');
});

test('RefusedCommandBecomesANotice', async () => {
  const { store, settle } = world();
  await store.dispatch(signIn({ email: user.email, password: 'secret' }));
  store.dispatch(listOpened('list'));
  await settle();
  store.dispatch(execute('list', { type: 'completeTask', taskId: 'nobody' }));
  await settle();
  expect(selectNotices(store.getState())).toMatchObject([{ kind: 'warning', code: 'taskNotFound' }]);
});

test('WhoeverActsOnATaskThatIsOnItsWayHearsItAtOnce', async () => {
  const { server, store, settle } = world();
  const to = { toListId: 'other', toSectionId: 's9' };
  for (const taskId of ['t1', 't2'])
    server.execute('founder', { commandId: taskId, type: 'addTask', taskId, sectionId: 's0', title: taskId }, 0);
  server.execute('founder', { commandId: 'c1', type: 'transferTask', taskId: 't1', ...to }, 0);
  await store.dispatch(signIn({ email: user.email, password: 'secret' }));
  store.dispatch(listOpened('list'));
  await settle();
  expect(store.dispatch(withoutFrozen('list', ['t2']))).toEqual(['t2']);
  expect(selectNotices(store.getState())).toEqual([]);
  expect(store.dispatch(withoutFrozen('list', ['t1', 't2']))).toEqual(['t2']);
  expect(selectNotices(store.getState())).toMatchObject([{ code: 'taskInTransfer' }]);
});

test('EndedSessionIsToldByTheBadgeAndSignOutClearsIt', async () => {
  const { store } = world();
  await store.dispatch(signIn({ email: user.email, password: 'secret' }));
  store.dispatch(sessionEnded());
  expect(store.getState().connection).toMatchObject({ kind: 'failed', reason: 'needsAuth' });
  await store.dispatch(signOut());
  expect(selectSession(store.getState()).status).toBe('signedOut');
});

test('EachNewConnectionAsksAgainForWhatNobodyWasTold', async () => {
  const { link, rest, store, settle } = world();
  const asked = () => rest.mock.calls.filter(([path]) => path === '/api/me/lists').length;
  await store.dispatch(signIn({ email: user.email, password: 'secret' }));
  await settle();
  store.dispatch(api.endpoints.myLists.initiate());
  await settle();
  expect(asked()).toBe(1);
  link.cut();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(asked()).toBe(2);
});

test('SignOutThatTheServerDidNotHearIsToldAtTheNextVisit', async () => {
  vi.stubGlobal('localStorage', storage());
  const first = world();
  await first.store.dispatch(signIn({ email: user.email, password: 'secret' }));
  first.rest.mockRejectedValueOnce(new TypeError('network'));
  await first.store.dispatch(signOut());
  expect(selectSession(first.store.getState()).status).toBe('signedOut');

  const next = world();
  await next.store.dispatch(restoreSession());
  expect(next.rest.mock.calls.map(([path]) => path)).toEqual(['/api/auth/logout']);
  expect(selectSession(next.store.getState()).status).toBe('signedOut');
  await next.store.dispatch(restoreSession());
  expect(next.rest.mock.calls.at(-1)?.[0]).toBe('/api/auth/refresh');
});

test('WordsThatWouldBeLostAreGatheredAndPushedOutByNothing', () => {
  const { store } = world();
  for (const text of ['one', 'two']) store.dispatch(noticeShown({ kind: 'warning', code: 'refused', text }));
  for (let at = 0; at < 9; at++) store.dispatch(noticeShown({ kind: 'info', code: `n${at}` }));
  const notices = selectNotices(store.getState());
  expect(notices.map(({ text }) => text).filter(Boolean)).toEqual(['one\n\ntwo']);
  expect(notices).toHaveLength(5);
});

test('NoticesDoNotPileUp', () => {
  const { store } = world();
  for (let at = 0; at < 9; at++) store.dispatch(noticeShown({ kind: 'info', code: `n${at}` }));
  expect(selectNotices(store.getState()).map((notice) => notice.code)).toEqual(['n4', 'n5', 'n6', 'n7', 'n8']);
});
