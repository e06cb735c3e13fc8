import { beforeEach, expect, test, vi } from 'vitest';
import { hour } from '@/lib/time';
import { tasksOf } from '@/sync/board';
import { calm } from '@/sync/testing/history';
import { ModelClient } from '@/sync/testing/modelClient';
import { ModelServer } from '@/sync/testing/modelServer';
import { VirtualClock } from '@/sync/testing/virtualClock';

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

test('OwnCommandIsOnTheScreenBeforeAnythingIsSent', () => {
  add('t1');
  expect(titles()).toEqual(['t1']);
});

test('FinalRefusalTakesTheCommandBackAndTellsItsCode', async () => {
  anna.execute({ type: 'completeTask', taskId: 'nobody' });
  await quiet();
  expect(anna.notices).toMatchObject([{ kind: 'refused', code: 'taskNotFound', listId: 'list' }]);
  expect(anna.badge).toEqual({ kind: 'live', unsent: 0 });
});

test('NewerServersRefusalKeepsTheQueueAndAsksForAReload', async () => {
  vi.spyOn(server, 'execute').mockReturnValue({ accepted: false, code: 'unknownField', params: { field: 'x' } });
  add('t1');
  await quiet();
  expect(anna.status).toBe('outdated');
  expect(anna.badge).toEqual({ kind: 'failed', unsent: 1, reason: 'outdated' });
  expect(anna.kept()).toHaveLength(1);
});

test('LostLastPushIsFoundByTheHead', async () => {
  server.execute(
    'boris',
    { commandId: 'b1', type: 'addTask', taskId: 't9', sectionId: 's0', title: 't9' },
    clock.now(),
  );
  anna.link.push();
  anna.link.loseArrival();
  anna.link.head();
  anna.link.deliver(1);
  await clock.pass(2_500);
  anna.link.serve(1);
  anna.link.deliver(1);
  await clock.pass(20);
  expect(titles()).toEqual(['t9']);
});

test('SilenceOfTwoHeadsIsALostConnection', async () => {
  anna.link.reachable = false;
  anna.link.head();
  anna.link.deliver(1);
  await clock.pass(24_000);
  expect(anna.badge?.kind).toBe('live');
  await clock.pass(5_000);
  expect(anna.badge?.kind).toBe('offline');
});

test('OutageIsToldAfterThreeSecondsWithTheNumberOfKeptCommands', async () => {
  anna.link.reachable = false;
  anna.link.cut();
  add('t1');
  await clock.pass(2_000);
  expect(anna.badge).toEqual({ kind: 'connecting', unsent: 1 });
  await clock.pass(1_500);
  expect(anna.badge).toEqual({ kind: 'offline', unsent: 1 });
  anna.link.reachable = true;
  anna.engine.poke();
  await quiet();
  expect(anna.badge).toEqual({ kind: 'live', unsent: 0 });
  expect(server.board.lastNumber).toBe(1);
});

test('CutOffClientIsBroughtExactlyWhatItMissedWithoutASnapshot', async () => {
  const snapshots = vi.spyOn(server, 'snapshot');
  anna.link.cut();
  for (let at = 0; at < 5; at++)
    server.execute(
      'boris',
      { commandId: `b${at}`, type: 'addTask', taskId: `t${at}`, sectionId: 's0', title: `t${at}` },
      0,
    );
  await quiet();
  expect(titles()).toHaveLength(5);
  expect(snapshots).not.toHaveBeenCalled();
});

test('ABurstOfChangesIsPaintedOnce', async () => {
  const before = anna.batches;
  for (let at = 0; at < 50; at++) {
    const command = {
      commandId: `b${at}`,
      type: 'addTask',
      taskId: `t${at}`,
      sectionId: 's0',
      title: `t${at}`,
    } as const;
    server.execute('boris', command, clock.now());
    anna.link.push();
  }
  anna.link.deliver(50);
  await clock.pass(20);
  expect(titles()).toHaveLength(50);
  expect(anna.batches).toBe(before + 1);
});

test('LostAccessEndsTheListAndDropsWhatCanNeverBeSent', async () => {
  add('t1');
  anna.link.accessLost();
  await clock.pass(20);
  expect(anna.status).toBe('gone');
  expect(anna.notices).toMatchObject([{ kind: 'accessLost', params: { unsent: 1 }, text: 't1' }]);
  expect(anna.kept()).toEqual([]);
});

test('DrainingGatewayIsLeftAndTheCommandsFindTheirWay', async () => {
  add('t1');
  anna.link.draining(4_000);
  await clock.pass(2_100);
  expect(anna.badge?.kind).toBe('connecting');
  await quiet();
  expect(server.board.lastNumber).toBe(1);
});

test('UnsentCommandsOfOneUserAreNeverSentByAnother', async () => {
  anna.link.reachable = false;
  anna.link.cut();
  add('t1');
  anna.engine.needsAuth();
  anna.userId = 'boris';
  anna.link.reachable = true;
  anna.engine.signedIn();
  anna.engine.open('list');
  await quiet();
  expect(server.board.lastNumber).toBe(0);
  expect(anna.kept()).toEqual([]);
});

test('ClosedListStaysUntilItsCommandsAreOut', async () => {
  add('t1');
  anna.engine.close('list');
  await quiet();
  expect(server.board.lastNumber).toBe(1);
  expect(anna.badge).toEqual({ kind: 'live', unsent: 0 });
});

test('CommandForAListNobodyLooksAtIsSentAllTheSame', async () => {
  add('t1');
  await quiet();
  anna.engine.close('list');
  await quiet();
  anna.execute({ type: 'completeTask', taskId: 't1' });
  await quiet();
  expect(tasksOf(server.board)).toMatchObject([{ completedAt: expect.any(String) }]);
  expect(anna.badge).toEqual({ kind: 'live', unsent: 0 });
});

test('RestartedTabSendsWhatTheLastOneCouldNot', async () => {
  anna.link.reachable = false;
  anna.link.cut();
  add('t1');
  await clock.pass(10);
  anna.restart();
  await quiet();
  expect(titles()).toEqual(['t1']);
  expect(server.board.lastNumber).toBe(1);
});

test('CommandsOfATabThatDiedAreSentByTheOneThatLivesUnderTheirOwnIds', async () => {
  const twin = new ModelClient(server, clock, 'anna', anna);
  await calm({ clock, server, clients: [anna, twin] });
  anna.link.reachable = false;
  anna.link.cut();
  const commandId = add('t1');
  await clock.pass(10);
  anna.crash();
  twin.link.head();
  await calm({ clock, server, clients: [twin] });
  expect(server.versionOf(commandId)).toBe(2);
  expect(twin.badge).toEqual({ kind: 'live', unsent: 0 });
  expect(twin.store.kept({ userId: 'anna', listId: 'list' })).toEqual([]);
});

test('ClockThatIsSetBackDoesNotHideAnOutage', async () => {
  clock.jump(hour);
  anna.link.reachable = false;
  anna.link.cut();
  add('t1');
  clock.jump(-hour);
  await clock.pass(3_500);
  expect(anna.badge).toEqual({ kind: 'offline', unsent: 1 });
});

test('StoreThatHangsOrFailsHoldsNothingUpButIsTold', async () => {
  vi.spyOn(anna.store, 'put').mockReturnValueOnce(new Promise(() => {}));
  add('t1');
  await clock.pass(1_900);
  expect(anna.badge).toEqual({ kind: 'saving', unsent: 1 });
  await clock.pass(200);
  expect(anna.badge).toEqual({ kind: 'failed', unsent: 1, reason: 'storage' });
  await quiet();
  expect(server.board.lastNumber).toBe(1);
  expect(anna.badge).toEqual({ kind: 'live', unsent: 0 });
});

test('FullQueueTakesNoMoreAndSaysSo', () => {
  anna.link.reachable = false;
  anna.link.cut();
  for (let at = 0; at <= 1_000; at++) add(`t${at}`);
  expect(anna.notices).toMatchObject([{ kind: 'queueFull' }]);
  expect(anna.badge).toMatchObject({ unsent: 1_000, kind: 'failed', reason: 'queueFull' });
});
