import { beforeEach, expect, test } from 'vitest';
import type { CommandBody } from '@/contract/commands';
import { Undoing } from '@/sync/undoing';

let sent: CommandBody[];
let unsent: Set<string>;
let undoing: Undoing;

beforeEach(() => {
  sent = [];
  unsent = new Set();
  undoing = new Undoing({
    add: (body) => {
      sent.push(body);
      return `u${sent.length}`;
    },
    cancel: (commandId) => unsent.delete(commandId),
  });
});

const edit: CommandBody = { type: 'editTask', taskId: 't', title: 'new' };

test('LastAcceptedActionIsUndoneByItsVersionAndRedoneByUndoingTheUndo', () => {
  undoing.made('a', edit);
  undoing.made('b', { type: 'completeTask', taskId: 't' });
  undoing.accepted('a', 4);
  undoing.accepted('b', 5);
  expect(undoing.undo()).toBe(true);
  undoing.accepted('u1', 6);
  expect(undoing.redo()).toBe(true);
  expect(sent).toEqual([
    { type: 'undo', version: 5 },
    { type: 'undo', version: 6 },
  ]);
});

test('WhatNeverSetOutIsSimplyTakenBackAndDoneAgain', () => {
  undoing.made('a', edit);
  unsent.add('a');
  undoing.undo();
  expect(sent).toEqual([]);
  undoing.redo();
  expect(sent).toEqual([edit]);
});

test('WhatIsOnItsWayIsUndoneOnceItsVersionIsKnown', () => {
  undoing.made('a', edit);
  undoing.undo();
  expect(sent).toEqual([]);
  undoing.accepted('a', 9);
  expect(sent).toEqual([{ type: 'undo', version: 9 }]);
});

test('ADeletedTaskOnItsWayComesBackAtOnce', () => {
  undoing.made('a', { type: 'deleteTask', taskId: 't' });
  undoing.undoOne('a');
  expect(sent).toEqual([{ type: 'restoreTask', taskId: 't' }]);
});

test('ANewActionEndsWhatCouldBeRedone', () => {
  undoing.made('a', edit);
  undoing.accepted('a', 4);
  undoing.undo();
  undoing.made('b', edit);
  expect(undoing.redo()).toBe(false);
});

test('WhatOnePressDidInSeveralChangesIsTakenBackAndDoneAgainTogether', () => {
  undoing.made('a', edit);
  for (const [at, id] of ['b', 'c', 'd'].entries()) {
    undoing.made(id, { type: 'bulk', commands: [] }, 'b');
    if (id !== 'd') undoing.accepted(id, at + 5);
  }
  expect(undoing.undo()).toBe(true);
  undoing.accepted('d', 7);
  expect(sent).toEqual([6, 5, 7].map((version) => ({ type: 'undo', version })));
  for (const [at, id] of ['u1', 'u2', 'u3'].entries()) undoing.accepted(id, at + 8);
  expect(undoing.redo()).toBe(true);
  expect(sent.slice(3)).toEqual([10, 9, 8].map((version) => ({ type: 'undo', version })));
  expect(undoing.undoOne('a'), 'what was done before is not touched').toBe(true);
});

test('RefusedAndForeignActionsAreNotUndone', () => {
  undoing.made('a', edit);
  undoing.refused('a');
  undoing.made('b', { type: 'leaveList' });
  undoing.accepted('x', 4);
  expect(undoing.undo()).toBe(false);
});
