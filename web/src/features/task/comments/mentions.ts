/** An "@name" that is just being typed: where it starts and what stands behind the sign. */
export interface Typed {
  readonly at: number;
  readonly end: number;
  readonly words: string;
}

const most = 20;

/** The mention the caret stands in, if any. Names have spaces, so up to three words may belong to it. */
export function mentionAt(text: string, caret: number): Typed | undefined {
  if (caret < 0) return undefined;
  const found = /(?:^|\s)@(\p{L}[\p{L}\p{N}'’-]*(?: [\p{L}\p{N}'’-]*){0,2})?$/u.exec(text.slice(0, caret));
  if (!found) return undefined;
  const words = found[1] ?? '';
  return { at: caret - words.length - 1, end: caret, words };
}

export function withMention(text: string, { at, end }: Typed, name: string): { text: string; caret: number } {
  const before = `${text.slice(0, at)}@${name} `;
  return { text: before + text.slice(end).trimStart(), caret: before.length };
}

/** Whom a text names, longest names first, so that "@Anna Orlova" is not "@Anna". */
export function mentionsIn(text: string, people: readonly { userId: string; name: string }[]): string[] {
  let left = text;
  const found: string[] = [];
  for (const { userId, name } of [...people].sort((a, b) => b.name.length - a.name.length)) {
    if (!left.includes(`@${name}`)) continue;
    found.push(userId);
    left = left.replaceAll(`@${name}`, '');
  }
  return found.slice(0, most);
}
