import { expect, test } from 'vitest';
import type { CommandBody } from '@/contract/commands';
import { taskOf } from '@/sync/board';
import { project, unsentTasks } from '@/sync/project';
import { anna, at, board, boardAfter, order, pending } from '@/sync/testing/example';

const shown = (...bodies: CommandBody[]) =>
  project(
    board,
    bodies.map((body, index) => pending(body, `c${index}`)),
    anna,
  );

test('NothingPendingShowsTheServersBoardItself', () => {
  expect(project(board, [], anna)).toBe(board);
});

test('AbsentAnchorIsLastAndNullIsFirst', () => {
  const add = { type: 'addTask', sectionId: 'todo', title: 'New' } as const;
  expect(order(shown({ ...add, taskId: 'n' }), 'todo')).toEqual(['t1', 't2', 't3', 'n']);
  expect(order(shown({ ...add, taskId: 'n', afterTaskId: null }), 'todo')).toEqual(['n', 't1', 't2', 't3']);
  expect(order(shown({ ...add, taskId: 'n', afterTaskId: 't1' }), 'todo')).toEqual(['t1', 'n', 't2', 't3']);
});

test('AnchorThatIsGoneStandsForTheEnd', () => {
  const moved = shown({ type: 'moveTask', taskId: 't1', sectionId: 'todo', afterTaskId: 'gone' });
  expect(order(moved, 'todo')).toEqual(['t2', 't3', 't1']);
});

test('CommandsBuildOnEachOther', () => {
  const view = shown(
    { type: 'addTask', taskId: 'n', sectionId: 'todo', title: 'New' },
    { type: 'editTask', taskId: 'n', title: 'Newer' },
    { type: 'moveTask', taskId: 'n', sectionId: 'done', afterTaskId: null },
    { type: 'completeTask', taskId: 'n' },
  );
  expect(order(view, 'done')).toEqual(['n']);
  expect(taskOf(view, 'n')).toMatchObject({ title: 'Newer', number: 0, completedAt: at, createdBy: anna });
});

test('CommandWhoseTaskIsGoneShowsNothing', () => {
  const view = shown({ type: 'completeTask', taskId: 'gone' }, { type: 'moveTask', taskId: 'gone', sectionId: 'done' });
  expect(order(view, 'done')).toEqual([]);
});

test('CommandThatIsAlreadyInTheBoardIsNotShownTwice', () => {
  const base = boardAfter({
    type: 'taskAdded',
    taskId: 'n',
    sectionId: 'todo',
    number: 4,
    title: 'New',
    afterTaskId: 't3',
  });
  const view = project(base, [pending({ type: 'addTask', taskId: 'n', sectionId: 'todo', title: 'New' })], anna);
  expect(order(view, 'todo')).toEqual(['t1', 't2', 't3', 'n']);
});

test('UndoneDeletionStandsWhereItStood', () => {
  const view = shown({ type: 'deleteTask', taskId: 't2' }, { type: 'restoreTask', taskId: 't2' });
  expect(order(view, 'todo')).toEqual(['t1', 't2', 't3']);
  const base = boardAfter({ type: 'taskDeleted', taskId: 't2' });
  expect(order(project(base, [pending({ type: 'restoreTask', taskId: 't2' })], anna), 'todo')).toEqual([
    't1',
    't2',
    't3',
  ]);
});

test('MovingAfterItselfLeavesATaskWhereItIs', () => {
  expect(order(shown({ type: 'moveTask', taskId: 't2', sectionId: 'todo', afterTaskId: 't2' }), 'todo')).toEqual([
    't1',
    't2',
    't3',
  ]);
});

test('OnlyWhatTheServerHasNotAcknowledgedCountsAsUnsent', () => {
  const waiting = pending({ type: 'completeTask', taskId: 't1' });
  const accepted = { ...pending({ type: 'completeTask', taskId: 't2' }), acceptedAt: 8 };
  expect([...unsentTasks([waiting, accepted])]).toEqual(['t1']);
});
