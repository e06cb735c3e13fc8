import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { emptyBoard, tasksOf } from '@/sync/board';
import { IdbLastSeen } from '@/sync/idbLastSeen';
import { calm } from '@/sync/testing/history';
import { ModelClient } from '@/sync/testing/modelClient';
import { ModelServer } from '@/sync/testing/modelServer';
import { VirtualClock } from '@/sync/testing/virtualClock';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const shelf = (listId: string, userId = 'anna') => ({ userId, listId });

test('TheTenNewestListsOfEachUserStay', async () => {
  const seen = new IdbLastSeen();
  const now = vi.spyOn(Date, 'now');
  for (let at = 0; at < 12; at++) {
    now.mockReturnValue(at);
    await seen.keepBoard(shelf(`list${at}`), emptyBoard(`list${at}`, 'h'));
  }
  await seen.keepBoard(shelf('list0', 'boris'), emptyBoard('list0', 'h'));
  expect(await seen.board(shelf('list1'))).toBeUndefined();
  expect(await seen.board(shelf('list2'))).toEqual(emptyBoard('list2', 'h'));
  expect(await seen.board(shelf('list11'))).toEqual(emptyBoard('list11', 'h'));
});

test('UsersAreKeptApartAndLeavingTakesAll', async () => {
  const seen = new IdbLastSeen();
  await seen.keepBoard(shelf('list'), emptyBoard('list', 'h'));
  await seen.keepAnswer('anna', { name: 'inbox', value: [1] });
  expect(await seen.board(shelf('list', 'annabel'))).toBeUndefined();
  expect(await seen.answers('annabel')).toEqual([]);
  expect(await seen.answers('anna')).toMatchObject([{ name: 'inbox', value: [1] }]);
  await seen.clear();
  expect(await seen.board(shelf('list'))).toBeUndefined();
  expect(await seen.answers('anna')).toEqual([]);
});

async function visit() {
  const clock = new VirtualClock();
  const server = new ModelServer();
  server.execute('founder', { commandId: 'c0', type: 'addSection', sectionId: 's0', name: 'To do' }, clock.now());
  const anna = new ModelClient(server, clock, 'anna');
  const quiet = () => calm({ clock, server, clients: [anna] });
  await quiet();
  anna.execute({ type: 'addTask', taskId: 't1', sectionId: 's0', title: 'Milk' });
  await quiet();
  return { clock, server, anna, quiet };
}

const titles = (client: ModelClient) => client.view && tasksOf(client.view).map((task) => task.title);

test('ANewVisitShowsWhatWasSeenBeforeTheServerAnswersAndThenWhatCameSince', async () => {
  const { clock, server, anna, quiet } = await visit();
  anna.restart();
  await clock.pass(0);
  expect(titles(anna)).toEqual(['Milk']);
  anna.execute({ type: 'addTask', taskId: 't2', sectionId: 's0', title: 'Bread' });
  expect(titles(anna)).toEqual(['Milk', 'Bread']);
  server.execute('boris', { commandId: 'b1', type: 'completeTask', taskId: 't1' }, clock.now());
  await quiet();
  expect(anna.view?.version).toBe(server.version);
  expect(titles(anna)).toEqual(['Milk', 'Bread']);
  expect(anna.badge).toEqual({ kind: 'live', unsent: 0 });
});

test('WhatIsOutOfReachIsNotKept', async () => {
  const { clock, anna } = await visit();
  expect(await anna.lastSeen.board(shelf('list'))).toBeDefined();
  anna.link.accessLost();
  await clock.pass(20);
  expect(await anna.lastSeen.board(shelf('list'))).toBeUndefined();
});
