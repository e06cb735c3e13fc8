import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { IdbOpStore } from '@/sync/idbOpStore';
import { pending } from '@/sync/testing/example';

/** A browser's locks, as far as they are used here: named, and free again when their tab is gone. */
class Locks {
  held: { name: string }[] = [];
  async request(name: string) {
    this.held.push({ name });
  }
  async query() {
    return { held: this.held };
  }
}

let locks: Locks;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  locks = new Locks();
});

const tab = () => new IdbOpStore(locks as unknown as LockManager);
const shelf = { userId: 'anna', listId: 'list' };
const complete = (commandId: string) => pending({ type: 'completeTask', taskId: 't' }, commandId);

test('NextVisitTakesOverWhatWasLeftInTheOrderOfMaking', async () => {
  const first = tab();
  for (const id of ['b', 'a', 'c']) await first.put(shelf, complete(id));
  await first.remove(shelf, ['b']);
  locks.held = [];
  const second = tab();
  expect(await second.listsLeft('anna')).toEqual(['list']);
  expect((await second.adopt(shelf)).map((each) => each.command.commandId)).toEqual(['a', 'c']);
});

test('CommandsOfALivingTabAreLeftToIt', async () => {
  await tab().put(shelf, complete('a'));
  const second = tab();
  expect(await second.adopt(shelf)).toEqual([]);
  expect(await second.listsLeft('anna')).toEqual([]);
});

test('AdoptedCommandsBelongToTheTabThatTookThem', async () => {
  await tab().put(shelf, complete('a'));
  locks.held = [];
  const second = tab();
  await second.adopt(shelf);
  expect(await tab().adopt(shelf)).toEqual([]);
});

test('UsersAndListsAreKeptApartAndLeavingTakesOnlyOnesOwn', async () => {
  const first = tab();
  await first.put(shelf, complete('a'));
  await first.put({ userId: 'anna', listId: 'list2' }, complete('b'));
  await first.put({ userId: 'annabel', listId: 'list' }, complete('c'));
  locks.held = [];
  expect((await tab().adopt({ userId: 'annabel', listId: 'list' })).map((each) => each.command.commandId)).toEqual([
    'c',
  ]);
  locks.held = [];
  await tab().clear('anna');
  expect(await tab().listsLeft('anna')).toEqual([]);
  expect(await tab().listsLeft('annabel')).toEqual(['list']);
});
