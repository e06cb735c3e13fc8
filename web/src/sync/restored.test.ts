import { beforeEach, expect, test, vi } from 'vitest';
import { tasksOf } from '@/sync/board';
import { MemoryOpStore } from '@/sync/memoryOpStore';
import { calm } from '@/sync/testing/history';
import { ModelClient } from '@/sync/testing/modelClient';
import { ModelServer } from '@/sync/testing/modelServer';
import { VirtualClock } from '@/sync/testing/virtualClock';

// A past that was restored: what it has lost is offered again, by whichever visit comes next.
let clock: VirtualClock;
let server: ModelServer;
let anna: ModelClient;

beforeEach(async () => {
  clock = new VirtualClock();
  server = new ModelServer();
  server.execute('founder', { commandId: 'c0', type: 'addSection', sectionId: 's0', name: 'To do' }, clock.now());
  anna = new ModelClient(server, clock, 'anna');
  await quiet();
});

const quiet = () => calm({ clock, server, clients: [anna] });
const add = (taskId: string) => anna.execute({ type: 'addTask', taskId, sectionId: 's0', title: taskId });
const titles = () => tasksOf(anna.view as NonNullable<typeof anna.view>).map((task) => task.title);

test('AfterAReloadARestoredPastIsStillOfferedWhatItHasLost', async () => {
  const commandId = add('t1');
  await quiet();
  anna.restart();
  await quiet();
  anna.crash();
  server.restorePast(1);
  expect(server.versionOf(commandId)).toBeUndefined();
  anna.restart();
  await quiet();
  expect(server.versionOf(commandId)).toBe(2);
  expect(titles()).toEqual(['t1']);
});

test('WhatARestoredPastRefusesIsNotOfferedASecondTime', async () => {
  add('t1');
  anna.execute({ type: 'completeTask', taskId: 't1' });
  await quiet();
  server.restorePast(2);
  vi.spyOn(server, 'execute').mockReturnValue({ accepted: false, code: 'listArchived' });
  for (const visit of [1, 2]) {
    anna.notices = [];
    anna.restart();
    await quiet();
    expect(anna.notices, `visit ${visit}`).toHaveLength(visit === 1 ? 1 : 0);
    server.restorePast(0);
  }
});

test('WhatOthersHaveDeletedMeanwhileIsNotDrawnAgain', async () => {
  add('t1');
  await quiet();
  anna.crash();
  server.restorePast(0);
  server.execute('boris', { commandId: 'c9', type: 'deleteTask', taskId: 't1' }, clock.now());
  await anna.lastSeen.clear();
  const shown: string[] = [];
  anna.onShown = () => shown.push(...titles());
  anna.restart();
  await quiet();
  expect(anna.view?.version).toBe(server.version);
  expect(shown).toEqual([]);
});

test('WhatIsOfferedAgainIsNoReceiptAnyMore', async () => {
  const commandId = add('t1');
  await quiet();
  server.restorePast(1);
  anna.link.undecided = 'before';
  anna.link.cut();
  for (let second = 0; second < 5; second++) {
    anna.link.serve(9);
    anna.link.deliver(9);
    await clock.pass(1_000);
  }
  expect(anna.badge?.unsent).toBe(1);
  anna.crash();
  const shelf = { userId: 'anna', listId: server.listId };
  const next = new MemoryOpStore(anna.store);
  expect(await next.adoptReceipts(shelf, () => true)).toEqual([]);
  expect((await next.adopt(shelf)).map(({ command }) => command.commandId)).toEqual([commandId]);
});
