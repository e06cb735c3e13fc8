import { expect, test } from 'vitest';
import { markedPieces } from '@/lib/marks';

const found = (text: string, query: string) =>
  markedPieces(text, query)
    .filter((piece) => piece.isFound)
    .map((piece) => piece.text);

test('PiecesAreTheWholeText', () => {
  for (const query of ['', 'договор', '"<b>" or - x'])
    expect(
      markedPieces('Продлить договор: <b>срочно</b>', query)
        .map((piece) => piece.text)
        .join(''),
    ).toBe('Продлить договор: <b>срочно</b>');
});

test.each([
  ['Проверить договоры аренды', 'договор', ['договоры']],
  ['Проверить договор', 'договоры', ['договор']],
  ['Нарисовать схему', 'схема', ['схему']],
  ['Ещё раз', 'еще', ['Ещё']],
  ['Write release notes', 'rel NOTES', ['release', 'notes']],
  ['Order keys', '"order" or chairs -keys', ['Order']],
  ['Category of cats', 'cat', ['Category', 'cats']],
  ['A cow and a car', 'cat', []],
  ['Anything', '', []],
])('In %s the words %s mark %j', (text, query, marked) => {
  expect(found(text, query)).toEqual(marked);
});
