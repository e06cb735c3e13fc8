import { describe, expect, test } from 'vitest';
import type { ListEvent } from '@/contract/events';
import { type BoardTask, taskOf } from '@/sync/board';
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

test('ParentRecurrenceAndPriorityAreClearedByNull', () => {
  const recurrence = { every: 'week', interval: 1, from: 'due' } as const;
  const set = [
    { type: 'taskEdited', taskId: 't1', priority: 1, recurrence },
    { type: 'taskParentSet', taskId: 't1', parentTaskId: 't2' },
  ] as const;
  expect(taskOf(boardAfter(...set), 't1')).toMatchObject({ priority: 1, recurrence, parentTaskId: 't2' });
  const cleared = boardAfter(
    ...set,
    { type: 'taskEdited', taskId: 't1', priority: null, recurrence: null },
    { type: 'taskParentSet', taskId: 't1', parentTaskId: null },
  );
  expect(taskOf(cleared, 't1')).toEqual(taskOf(board, 't1'));
});

test('DeletedLabelLeavesEveryTaskAndComesBackWhereItWas', () => {
  const labelled = [{ type: 'labelAdded', taskId: 't1', labelId: 'l1' }] as const;
  const without = boardAfter(...labelled, { type: 'labelDeleted', labelId: 'l1' });
  expect([without.labels, taskOf(without, 't1')?.labelIds]).toEqual([[], []]);
  const again = boardAfter(
    ...labelled,
    { type: 'labelDeleted', labelId: 'l1' },
    { type: 'labelRestored', labelId: 'l1', name: 'home', color: 'blue', taskIds: ['t1'] },
  );
  expect([again.labels, taskOf(again, 't1')?.labelIds]).toEqual([board.labels, ['l1']]);
});

test('RestoredSectionBringsItsTasksBackInTheirOrder', () => {
  const tasks = ['t3', 't1'].map((taskId) => ({ ...(taskOf(board, taskId) as BoardTask) }));
  const next = boardAfter(
    { type: 'sectionDeleted', sectionId: 'todo' },
    { type: 'sectionRestored', sectionId: 'todo', afterSectionId: null, name: 'To do', limit: 3, tasks },
  );
  expect(next.sectionIds).toEqual(['todo', 'done']);
  expect([order(next, 'todo'), next.sections['todo']?.limit]).toEqual([['t3', 't1'], 3]);
  expect(taskOf(next, 't1')?.sectionId).toBe('todo');
});

describe('Checklists', () => {
  const items = ['a', 'b', 'c'].map(
    (itemId, at) =>
      ({
        type: 'checklistItemAdded',
        taskId: 't1',
        itemId,
        text: itemId,
        checked: false,
        afterItemId: at === 0 ? null : (['a', 'b'][at - 1] ?? null),
      }) as const,
  );
  const shown = (...more: ListEvent[]) =>
    taskOf(boardAfter(...items, ...more), 't1')?.checklist.map(({ text, checked }) => (checked ? `${text}+` : text));

  test('ItemsAreEditedCheckedMovedAndDeleted', () => {
    const item = { taskId: 't1', itemId: 'b' } as const;
    expect(shown({ type: 'checklistItemEdited', ...item, text: 'new' })).toEqual(['a', 'new', 'c']);
    expect(shown({ type: 'checklistItemChecked', ...item, checked: true })).toEqual(['a', 'b+', 'c']);
    expect(shown({ type: 'checklistItemMoved', ...item, afterItemId: 'c' })).toEqual(['a', 'c', 'b']);
    expect(shown({ type: 'checklistItemDeleted', ...item })).toEqual(['a', 'c']);
  });

  test('ItemThatIsNotThereMeansTheCopyIsWrong', () => {
    expect(() => shown({ type: 'checklistItemChecked', taskId: 't1', itemId: 'x', checked: true })).toThrow(Diverged);
  });
});

test('EditedCommentKeepsItsAuthorAndSaysWhen', () => {
  const next = boardAfter(
    { type: 'commentAdded', taskId: 't1', commentId: 'k', text: 'Hello', mentions: ['b'] },
    { type: 'commentEdited', taskId: 't1', commentId: 'k', text: 'Hi' },
  );
  expect(taskOf(next, 't1')?.comments).toEqual([{ commentId: 'k', text: 'Hi', authorId: anna, at, editedAt: at }]);
});

test('TransferFreezesTheTaskUntilItIsCancelledOrGone', () => {
  const start = {
    type: 'taskTransferStarted',
    taskId: 't1',
    transferId: 'x',
    toListId: 'other',
    toSectionId: 's',
  } as const;
  expect(taskOf(boardAfter(start), 't1')?.transfer).toEqual({ toListId: 'other' });
  const cancelled = boardAfter(start, { type: 'taskTransferCancelled', taskId: 't1', code: 'sectionNotFound' });
  expect(taskOf(cancelled, 't1')).not.toHaveProperty('transfer');
  const gone = boardAfter(start, { type: 'taskTransferred', taskId: 't1', toListId: 'other' });
  expect([taskOf(gone, 't1'), order(gone, 'todo')]).toEqual([undefined, ['t2', 't3']]);
});
