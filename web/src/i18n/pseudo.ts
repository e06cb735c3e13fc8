/** English, longer by two fifths and in brackets: what shows without brackets is not translated, what ends early is cut off. */
export const pseudoTag = 'en-XA';

export function pseudo(node: object): object {
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, typeof value === 'string' ? stretched(value) : pseudo(value)]),
  );
}

function stretched(text: string): string {
  const letters = text.replace(/\{\{\w+\}\}/g, '').length;
  return `⟦${text}${'·'.repeat(Math.ceil(letters * 0.4))}⟧`;
}
