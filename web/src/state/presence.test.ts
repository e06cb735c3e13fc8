import { expect, test } from 'vitest';
import type { Viewer } from '@/contract/hub';
import type { User } from '@/contract/rest';
import { presenceChanged, presenceReducer, selectEditorIds, selectPresentIds } from '@/state/presence';

const viewers: Viewer[] = [
  { userId: 'me', taskId: 't', field: 'title' },
  { userId: 'b', taskId: 't', field: 'description' },
  { userId: 'a', taskId: 't' },
  { userId: 'b' },
];
const state = {
  presence: presenceReducer({}, presenceChanged({ listId: 'l', viewers })),
  session: { status: 'signedIn', user: { userId: 'me' } as User },
} as const;

test('EverybodyIsThereOnce', () => {
  expect(selectPresentIds(state, 'l')).toBe('a b me');
});

test('OnlyOthersWhoEditAreEditors', () => {
  expect(selectEditorIds(state, 'l', 't')).toBe('b');
  expect(selectEditorIds(state, 'l', 't', 'description')).toBe('b');
  expect(selectEditorIds(state, 'l', 't', 'title')).toBe('');
  expect(selectEditorIds(state, 'l', 'other')).toBe('');
});
