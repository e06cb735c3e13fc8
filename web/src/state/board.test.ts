import { expect, test } from 'vitest';
import * as state from '@/state/board';
import { board } from '@/sync/testing/example';

const shown = (at: number, ...remoteTaskIds: string[]) =>
  state.serverBatchApplied({ at, lists: [{ listId: 'list', view: board, unsent: new Set(['t2']), remoteTaskIds }] });
const reduce = (...actions: Parameters<typeof state.boardReducer>[1][]) => ({
  board: actions.reduce(state.boardReducer, {}),
  session: {
    status: 'signedIn' as const,
    user: { userId: 'anna', email: '', displayName: '', language: 'en', timeZone: 'UTC' },
  },
});

test('SelectorsAnswerFromTheEnginesPicture', () => {
  const root = reduce(state.scopeChanged({ listId: 'list', status: 'live' }), shown(1_000));
  expect(state.selectScope(root, 'list')).toEqual({ status: 'live', version: 7, historyId: 'h1', name: 'Kitchen' });
  expect(state.selectMyRole(root, 'list')).toBe('owner');
  expect(state.selectSectionIds(root, 'list')).toEqual(['todo', 'done']);
  expect(state.selectTaskIds(root, 'list', 'todo')).toEqual(['t1', 't2', 't3']);
  expect(state.selectTask(root, 'list', 't1')).toMatchObject({ title: 'Task 1', sectionId: 'todo' });
  expect(state.selectIsUnsent(root, 'list', 't2')).toBe(true);
  expect(state.selectIsUnsent(root, 'list', 't1')).toBe(false);
});

test('ListThatIsNotThereIsColdAndEmpty', () => {
  const root = reduce();
  expect(state.selectScope(root, 'list').status).toBe('cold');
  expect(state.selectTaskIds(root, 'list', 'todo')).toBe(state.selectTaskIds(root, 'list', 'done'));
});

test('MarksOfRemoteChangesFadeWithLaterBatches', () => {
  const root = reduce(shown(1_000, 't1'), shown(2_000, 't2'), shown(3_500, 't3'));
  expect(['t1', 't2', 't3'].map((taskId) => state.selectChangedAt(root, 'list', taskId))).toEqual([
    undefined,
    2_000,
    3_500,
  ]);
});

test('ClosedListIsForgotten', () => {
  expect(reduce(shown(1_000), state.listClosed('list')).board).toEqual({});
});
