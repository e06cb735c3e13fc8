/** The board does not look the way an event says it must: the copy is wrong and has to be fetched anew. */
export class Diverged extends Error {}

/** A copy of `items` with `item` after the one whose id is `anchor`; null is the first place. */
export function placed<T>(items: readonly T[], item: T, anchor: string | null, idOf: (each: T) => string): T[] {
  if (anchor === null) return [item, ...items];
  const at = items.findIndex((each) => idOf(each) === anchor);
  if (at < 0) throw new Diverged('anchor not found');
  return [...items.slice(0, at + 1), item, ...items.slice(at + 1)];
}

export function placedId(ids: readonly string[], id: string, anchor: string | null): string[] {
  return placed(ids, id, anchor, (each) => each);
}

export function withoutId(ids: readonly string[], id: string): string[] {
  return ids.filter((each) => each !== id);
}

/** The neighbour a command's anchor stands for, as far as can be told here: absent or unknown means last. */
export function neighbour(ids: readonly string[], id: string, anchor: string | null | undefined): string | null {
  if (anchor === null) return null;
  const others = withoutId(ids, id);
  if (anchor !== undefined && others.includes(anchor)) return anchor;
  return others.at(-1) ?? null;
}

/** The id before `id`, or null when it stands first. */
export function before(ids: readonly string[], id: string): string | null {
  return ids[ids.indexOf(id) - 1] ?? null;
}
