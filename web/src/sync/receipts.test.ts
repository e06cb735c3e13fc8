import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { day } from '@/lib/time';
import { IdbOpStore } from '@/sync/idbOpStore';
import type { OpStore } from '@/sync/ports';
import { pendingMost } from '@/sync/ports';
import { pending } from '@/sync/testing/example';

const shelf = { userId: 'anna', listId: 'list' };
let held: { name: string }[] = [];
const locks = { request: async (name: string) => held.push({ name }), query: async () => ({ held }) };
const tab = () => new IdbOpStore(locks as unknown as LockManager);
const receipt = (commandId: string, historyId = 'h1', at = Date.now()) => ({
  pending: pending({ type: 'completeTask', taskId: 't' }, commandId),
  historyId,
  at,
});
const adopted = async (store: OpStore, of = shelf) =>
  (await store.adoptReceipts(of, ({ historyId }) => historyId !== 'h2')).map((each) => each.pending.command.commandId);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  held = [];
});

test('TheNextVisitFindsWhatAnotherHistoryMayMissOnce', async () => {
  await tab().keepReceipts(shelf, [receipt('b'), receipt('a'), receipt('c', 'h2')]);
  expect(await adopted(tab()), 'its tab still lives').toEqual([]);
  held = [];
  const next = tab();
  expect(await adopted(next)).toEqual(['a', 'b']);
  expect(await adopted(tab()), 'the one that took them will offer them').toEqual([]);
  held = [];
  await next.dropReceipts(shelf, ['a']);
  expect(await adopted(tab())).toEqual(['b']);
});

test('OnlyTheLastDayAndTheNewestThousandAreKept', async () => {
  const ids = Array.from({ length: pendingMost + 5 }, (_, at) => `c${String(at).padStart(4, '0')}`);
  await tab().keepReceipts(shelf, [receipt('old', 'h1', Date.now() - day - 1), ...ids.map((id) => receipt(id))]);
  held = [];
  expect(await adopted(tab())).toEqual(ids.slice(5));
  vi.useFakeTimers({ now: Date.now() + day + 1, toFake: ['Date'] });
  held = [];
  expect(await adopted(tab())).toEqual([]);
  vi.useRealTimers();
});

test('LeavingForgetsOnesOwnAndNobodyElses', async () => {
  const store = tab();
  await store.keepReceipts(shelf, [receipt('a')]);
  await store.keepReceipts({ ...shelf, userId: 'boris' }, [receipt('b')]);
  await store.clear('anna');
  held = [];
  expect(await adopted(tab())).toEqual([]);
  expect(await adopted(tab(), { ...shelf, userId: 'boris' })).toEqual(['b']);
});
