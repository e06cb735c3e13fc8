import { expect, test } from 'vitest';
import { keysOf, keyWords } from '@/lib/keys';

const pressed = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

test('KeysAreNamedByTheirPlace', () => {
  expect(keysOf({ ...pressed, code: 'KeyM' })).toBe('KeyM');
  expect(keysOf({ ...pressed, code: 'KeyZ', ctrlKey: true, shiftKey: true })).toBe('Mod+Shift+KeyZ');
  expect(keysOf({ ...pressed, code: 'KeyK', metaKey: true })).toBe('Mod+KeyK');
});

test('KeysAreShownAsTheyStandOnTheBoard', () => {
  expect(keyWords('Mod+Shift+KeyZ', false)).toEqual(['Ctrl', 'Shift', 'Z']);
  expect(keyWords('Mod+KeyK', true)).toEqual(['⌘', 'K']);
  expect(keyWords('Shift+Slash', false)).toEqual(['?']);
});
