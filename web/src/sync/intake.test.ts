import { expect, test } from 'vitest';
import type { Change } from '@/contract/events';
import { takeIn } from '@/sync/intake';
import { anna, at, board } from '@/sync/testing/example';

const change = (version: number, name = `name ${version}`): Change => ({
  listId: 'list',
  version,
  commandId: `c${version}`,
  actorId: anna,
  at,
  events: [{ type: 'listRenamed', name } as { type: string }],
});

test('ChangesAreAppliedOnceAndInOrderHoweverTheyCome', () => {
  const intake = takeIn(board, [change(9), change(8), change(8, 'again'), change(6)]);
  expect(intake.board).toMatchObject({ version: 9, name: 'name 9' });
  expect(intake.applied.map((each) => each.version)).toEqual([8, 9]);
  expect(intake.held).toEqual([]);
});

test('ChangesBeyondAGapAreHeld', () => {
  const intake = takeIn(board, [change(8), change(10), change(11)]);
  expect(intake.board.version).toBe(8);
  expect(intake.held.map((each) => each.version)).toEqual([10, 11]);
});

test('NothingIsAppliedFromAnUnknownEventOn', () => {
  const newer = {
    ...change(9),
    events: [{ type: 'listRenamed', name: 'half' } as { type: string }, { type: 'taskPainted' }],
  };
  const intake = takeIn(board, [change(8), newer, change(10)]);
  expect(intake).toMatchObject({ unknown: true, board: { version: 8, name: 'name 8' } });
});

test('KnownEventWithoutItsFieldsIsAsGoodAsUnknown', () => {
  const broken = { ...change(8), events: [{ type: 'taskCompleted' }] };
  expect(takeIn(board, [broken])).toMatchObject({ unknown: true, board: { version: 7 } });
});

test('ChangeWithoutEventsStillCounts', () => {
  expect(takeIn(board, [{ ...change(8), events: [] }]).board.version).toBe(8);
});
