import { describe, expect, test } from 'vitest';
import { taskOf } from '@/sync/board';
import { Diverged } from '@/sync/order';
import { anna, at, board, boardAfter, order } from '@/sync/testing/example';

describe('Tasks', () => {
  test('AddedTaskStandsAfterItsNeighbourAndCarriesTheChangesActorAndTime', () => {
    const next = boardAfter({
      type: 'taskAdded',
      taskId: 'n',
      sectionId: 'todo',
      number: 4,
      title: 'New',
      afterTaskId: 't1',
    });
    expect(order(next, 'todo')).toEqual(['t1', 'n', 't2', 't3']);
    expect(taskOf(next, 'n')).toMatchObject({ title: 'New', number: 4, createdBy: anna, createdAt: at, checklist: [] });
    expect(next.lastNumber).toBe(4);
  });

  test('NullAnchorIsTheFirstPlace', () => {
    const next = boardAfter({ type: 'taskMoved', taskId: 't3', sectionId: 'todo', afterTaskId: null });
    expect(order(next, 'todo')).toEqual(['t3', 't1', 't2']);
  });

  test('MovedTaskLeavesItsOldSection', () => {
    const next = boardAfter({ type: 'taskMoved', taskId: 't2', sectionId: 'done', afterTaskId: null });
    expect([order(next, 'todo'), order(next, 'done')]).toEqual([['t1', 't3'], ['t2']]);
    expect(taskOf(next, 't2')?.sectionId).toBe('done');
  });

  test('NullClearsAFieldAndAbsentKeepsIt', () => {
    const dated = boardAfter({ type: 'taskEdited', taskId: 't1', dueAt: at, description: 'words' });
    expect(taskOf(dated, 't1')).toMatchObject({ title: 'Task 1', dueAt: at, description: 'words' });
    const cleared = boardAfter(
      { type: 'taskEdited', taskId: 't1', dueAt: at, description: 'words' },
      { type: 'taskEdited', taskId: 't1', dueAt: null },
    );
    expect(taskOf(cleared, 't1')).toHaveProperty('description', 'words');
    expect(taskOf(cleared, 't1')).not.toHaveProperty('dueAt');
  });

  test('CompletedTaskCarriesTheTimeOfItsChangeUntilReopened', () => {
    expect(taskOf(boardAfter({ type: 'taskCompleted', taskId: 't1' }), 't1')?.completedAt).toBe(at);
    const reopened = boardAfter({ type: 'taskCompleted', taskId: 't1' }, { type: 'taskReopened', taskId: 't1' });
    expect(taskOf(reopened, 't1')).not.toHaveProperty('completedAt');
  });

  test('DeletedTaskLeavesTheBoardAndItsPlaceIsRemembered', () => {
    const next = boardAfter({ type: 'taskDeleted', taskId: 't2' });
    expect(order(next, 'todo')).toEqual(['t1', 't3']);
    expect(taskOf(next, 't2')).toBeUndefined();
    expect(next.deleted).toMatchObject([{ task: { taskId: 't2' }, afterTaskId: 't1' }]);
  });

  test('CommentBelongsToTheChangesActorAndTime', () => {
    const next = boardAfter({ type: 'commentAdded', taskId: 't1', commentId: 'k', text: 'Hello' });
    expect(taskOf(next, 't1')?.comments).toEqual([{ commentId: 'k', text: 'Hello', authorId: anna, at }]);
  });
});

test('DeletedSectionTakesItsTasksAlong', () => {
  const next = boardAfter({ type: 'sectionDeleted', sectionId: 'todo' });
  expect(next.sectionIds).toEqual(['done']);
  expect(taskOf(next, 't1')).toBeUndefined();
});

test('MemberIsOneMemberHoweverOftenAdded', () => {
  const next = boardAfter(
    { type: 'memberAdded', userId: 'b', role: 'viewer' },
    { type: 'memberAdded', userId: 'b', role: 'editor' },
  );
  expect(next.members).toEqual([
    { userId: anna, role: 'owner' },
    { userId: 'b', role: 'editor' },
  ]);
});

test('LabelDefinedAgainIsRenamedInItsPlace', () => {
  const next = boardAfter({ type: 'labelDefined', labelId: 'l1', name: 'garden', color: 'green' });
  expect(next.labels).toEqual([{ labelId: 'l1', name: 'garden', color: 'green' }]);
});

test('EventThatDoesNotFitTheBoardIsNotSwallowed', () => {
  expect(() => boardAfter({ type: 'taskMoved', taskId: 't1', sectionId: 'todo', afterTaskId: 'nobody' })).toThrow(
    Diverged,
  );
  expect(() => boardAfter({ type: 'taskCompleted', taskId: 'nobody' })).toThrow(Diverged);
});

test('WhatAnEventDoesNotTouchIsSharedWithTheVersionBefore', () => {
  const next = boardAfter({ type: 'taskEdited', taskId: 't1', title: 'Other' });
  expect(taskOf(next, 't2')).toBe(taskOf(board, 't2'));
  expect(next.sections).toBe(board.sections);
  expect(taskOf(board, 't1')?.title).toBe('Task 1');
});
