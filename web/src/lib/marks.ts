/** A piece of a text; `isFound` pieces are what the words looked for. */
export interface Piece {
  readonly text: string;
  readonly isFound: boolean;
}

const wordsOf = /[\p{L}\p{N}]+/gu;

function plain(word: string): string {
  return word.toLocaleLowerCase().replaceAll('ё', 'е');
}

/** The words that are wanted: without those ruled out by a minus, and without the "or" between them. */
function wanted(query: string): string[] {
  const kept = query.replaceAll(/(^|\s)-\S+/g, ' ');
  return [...kept.matchAll(wordsOf)].map(([word]) => plain(word)).filter((word) => word !== 'or');
}

/**
 * The server finds words in all their forms; this one only guesses the same: a word that begins with the one looked for,
 * or shares all of it but the last two letters.
 */
function isFormOf(word: string, looked: string): boolean {
  if (word.startsWith(looked)) return true;
  const stem = Math.max(4, looked.length - 2);
  return looked.length > stem && word.length <= looked.length + 5 && word.startsWith(looked.slice(0, stem));
}

/** The text in pieces, to be drawn as elements: nothing of it is ever read as HTML. */
export function markedPieces(text: string, query: string): Piece[] {
  const looked = wanted(query);
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(wordsOf)) {
    const [word] = match;
    if (!looked.some((each) => isFormOf(plain(word), each))) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), isFound: false });
    end = match.index + word.length;
    pieces.push({ text: word, isFound: true });
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isFound: false });
  return pieces;
}
