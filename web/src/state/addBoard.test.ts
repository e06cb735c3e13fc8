import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addBoard } from '@/state/addBoard';
import { api } from '@/state/api';
import { listOpened, selectScope } from '@/state/board';
import { makeEntry } from '@/state/entry';
import { execute } from '@/state/execute';
import { lastUser } from '@/state/lastUser';
import { restoreSession, selectSession, sessionEnded, signIn, signOut } from '@/state/session';
import { IdbLastSeen } from '@/sync/idbLastSeen';
import { MemoryOpStore } from '@/sync/memoryOpStore';
import { ModelLink } from '@/sync/testing/modelLink';
import { ModelServer } from '@/sync/testing/modelServer';
import { VirtualClock } from '@/sync/testing/virtualClock';

const user = { userId: 'anna', email: 'a@example.org', displayName: 'Anna', language: 'en', timeZone: 'UTC' };
const credentials = { email: user.email, password: 'secret' };
const patience = { timeout: 20_000 };

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => vi.unstubAllGlobals());

function visit(fetcher: typeof fetch = async () => Response.json({ accessToken: 't1', expiresIn: 600, user })) {
  const clock = new VirtualClock();
  const server = new ModelServer();
  server.execute('founder', { commandId: 'c0', type: 'addSection', sectionId: 's0', name: 'To do' }, clock.now());
  const link = new ModelLink(server, clock, 'anna');
  const connects = vi.spyOn(link, 'connect');
  const entry = makeEntry(vi.fn(fetcher));
  const add = () => addBoard(entry, { transport: link, store: new MemoryOpStore() });
  /** Waits for what only a connection brings. */
  const until = (isSo: () => unknown) =>
    vi.waitFor(() => {
      link.serve(9);
      link.deliver(9);
      expect(isSo()).toBe(true);
    }, patience);
  return { entry: entry.store, server, connects, add, until };
}

test('TheSignInKnowsTheSessionAndNothingElse', async () => {
  const { entry, connects } = visit();
  await entry.dispatch(signIn(credentials));
  expect(entry.getState()).toEqual({ session: { status: 'signedIn', user } });
  entry.dispatch(sessionEnded());
  expect(entry.getState()).toEqual({ session: { status: 'signedOut' } });
  expect(connects).not.toHaveBeenCalled();
});

test('WhoeverSignedInBeforeTheBoardCameWorksOnIt', async () => {
  const { entry, server, add, until } = visit();
  await entry.dispatch(signIn(credentials));
  const store = add();
  expect(selectSession(store.getState())).toEqual({ status: 'signedIn', user });
  store.dispatch(listOpened('list'));
  await until(() => selectScope(store.getState(), 'list').status === 'live');
  store.dispatch(execute('list', { type: 'addTask', taskId: 't1', sectionId: 's0', title: 'Milk' }));
  await until(() => server.version === 2);
});

test('WhoeverSignsInAfterwardsDoes', async () => {
  const { entry, add, until } = visit();
  const store = add();
  await entry.dispatch(signIn(credentials));
  store.dispatch(listOpened('list'));
  await until(() => selectScope(store.getState(), 'list').status === 'live');
});

test('WhoeverWasSignedOutMeanwhileIsNotConnected', async () => {
  const { entry, connects, add } = visit();
  await entry.dispatch(signIn(credentials));
  entry.dispatch(sessionEnded());
  const store = add();
  expect(selectSession(store.getState()).status).toBe('signedOut');
  expect(connects).not.toHaveBeenCalled();
  await entry.dispatch(signIn(credentials));
  await vi.waitFor(() => expect(connects).toHaveBeenCalledOnce(), patience);
  await entry.dispatch(signOut());
  expect(selectSession(store.getState()).status).toBe('signedOut');
});

test('AddedTwiceItIsThereOnce', async () => {
  const { entry, server, connects, add, until } = visit();
  await entry.dispatch(signIn(credentials));
  const store = add();
  store.dispatch(listOpened('list'));
  await until(() => selectScope(store.getState(), 'list').status === 'live');
  const before = store.getState();
  expect(add()).toBe(store);
  expect(store.getState()).toBe(before);
  store.dispatch(execute('list', { type: 'addTask', taskId: 't1', sectionId: 's0', title: 'Milk' }));
  await until(() => server.version === 2);
  expect(connects).toHaveBeenCalledOnce();
});

test('WithoutANetworkTheAnswersOfTheLastVisitAreThere', async () => {
  const items = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
    removeItem: (key: string) => items.delete(key),
  });
  lastUser.remember(user);
  const lists = [{ listId: 'list', name: 'Work' }];
  await new IdbLastSeen().keepAnswer('anna', { name: 'myLists', value: lists });
  const { entry, add, until } = visit(async () => {
    throw new TypeError('network');
  });
  await entry.dispatch(restoreSession());
  const store = add();
  const kept = () => api.endpoints.myLists.select()(store.getState()).data;
  await until(() => kept() !== undefined);
  expect(kept()).toEqual(lists);
});

test('WhenNobodyIsSignedInWhatWasSeenHereGoes', async () => {
  await new IdbLastSeen().keepAnswer('anna', { name: 'myLists', value: [] });
  const { entry } = visit(async () => Response.json({ code: 'unauthenticated' }, { status: 401 }));
  await entry.dispatch(restoreSession());
  await vi.waitFor(async () => expect(await new IdbLastSeen().answers('anna')).toEqual([]), patience);
});
