import { expect, test } from 'vitest';
import { mentionAt, mentionsIn, withMention } from '@/features/task/comments/mentions';

test('TheSignAloneAlreadyOffers', () => {
  expect(mentionAt('Ask @', 5)).toEqual({ at: 4, end: 5, words: '' });
  expect(mentionAt('Спроси @Мар', 11)).toEqual({ at: 7, end: 11, words: 'Мар' });
});

test('AnAddressIsNoMention', () => {
  expect(mentionAt('anna@example', 12)).toBeUndefined();
});

test('ChoosingPutsTheWholeNameAndASpace', () => {
  expect(withMention('Ask @an today', { at: 4, end: 7, words: 'an' }, 'Anna Orlova')).toEqual({
    text: 'Ask @Anna Orlova today',
    caret: 17,
  });
});

test('TheLongerNameIsMeant', () => {
  const people = [
    { userId: 'a', name: 'Anna' },
    { userId: 'o', name: 'Anna Orlova' },
  ];
  expect(mentionsIn('Hi @Anna Orlova', people)).toEqual(['o']);
  expect(mentionsIn('Hi @Anna and @Anna Orlova', people)).toEqual(['o', 'a']);
});
