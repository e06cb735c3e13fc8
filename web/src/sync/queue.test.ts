import { beforeEach, expect, test } from 'vitest';
import type { CommandBody } from '@/contract/commands';
import { Queue } from '@/sync/queue';
import { pending } from '@/sync/testing/example';

let queue: Queue;
beforeEach(() => {
  queue = new Queue();
});

const add = (commandId: string, body: CommandBody) => queue.add(pending(body, commandId));
const addTask = (taskId: string): CommandBody => ({ type: 'addTask', taskId, sectionId: 's', title: taskId });
const complete = (taskId: string): CommandBody => ({ type: 'completeTask', taskId });
const takeAll = () => {
  const taken: string[] = [];
  for (let next = queue.takeNext(); next; next = queue.takeNext()) taken.push(next.command.commandId);
  return taken;
};
const ids = () => queue.items.map((each) => each.command.commandId);

test('IndependentCommandsTravelTogetherInOrder', () => {
  for (const id of ['a', 'b', 'c']) add(id, addTask(id));
  expect(takeAll()).toEqual(['a', 'b', 'c']);
});

test('CommandWaitsForTheOneItBuildsOnAndHoldsBackThoseBehindIt', () => {
  add('a', addTask('t'));
  add('b', complete('t'));
  add('c', addTask('u'));
  expect(takeAll()).toEqual(['a']);
  queue.accepted('a', 8);
  expect(takeAll()).toEqual(['b', 'c']);
});

test('DeletingASectionWaitsForEverythingBefore', () => {
  add('a', { type: 'moveTask', taskId: 't', sectionId: 'elsewhere' });
  add('b', { type: 'deleteSection', sectionId: 's' });
  expect(takeAll()).toEqual(['a']);
});

test('NoMoreThanSixteenAreOnTheirWay', () => {
  for (let at = 0; at < 20; at++) add(`c${at}`, addTask(`t${at}`));
  expect(takeAll()).toHaveLength(16);
});

test('UndecidedCommandIsTakenAgainBeforeLaterOnes', () => {
  for (const id of ['a', 'b']) add(id, addTask(id));
  takeAll();
  add('c', addTask('c'));
  queue.putBack('a');
  expect(takeAll()).toEqual(['a', 'c']);
});

test('AcceptedCommandStaysUntilTheBoardHasReachedIt', () => {
  add('a', addTask('t'));
  queue.accepted('a', 8);
  queue.settle(7, new Set());
  expect(ids()).toEqual(['a']);
  queue.settle(8, new Set());
  expect(ids()).toEqual([]);
});

test('ChangeThatCarriesACommandSettlesItWithoutAnAnswer', () => {
  add('a', addTask('t'));
  expect(queue.settle(8, new Set(['a'])).map(({ command }) => command.commandId)).toEqual(['a']);
});

test('RefusedCommandTakesItsDependantsAlongButNobodyElse', () => {
  add('a', { type: 'addSection', sectionId: 's', name: 'New' });
  add('b', addTask('t'));
  add('c', complete('t'));
  add('d', complete('other'));
  expect(queue.refused('a').map((each) => each.command.commandId)).toEqual(['a', 'b', 'c']);
  expect(ids()).toEqual(['d']);
});

test('RefusedEditTakesNothingElseAlong', () => {
  add('a', complete('t'));
  add('b', complete('t'));
  queue.refused('a');
  expect(ids()).toEqual(['b']);
});

test('AnotherHistoryIsOfferedWhatWasAcknowledgedInTheOrderOfMaking', () => {
  for (const id of ['b', 'd']) add(id, addTask(id));
  queue.accepted('b', 8);
  queue.offerAgain(['c', 'a', 'b'].map((id) => pending(addTask(id), id)));
  expect(ids()).toEqual(['a', 'b', 'c', 'd']);
  expect(queue.unsent).toBe(4);
});
