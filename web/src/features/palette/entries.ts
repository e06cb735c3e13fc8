import type { Action } from '@/ui/actions';

export interface PaletteEntry extends Action {
  /** What kind of thing it is, where the words alone do not tell. */
  readonly hint?: string;
  /** Shown only once something is typed: there are too many of these. */
  readonly isSearched?: boolean;
}

const shown = 40;

/** The entries that hold every word typed, those that begin with them first. */
export function entriesFor(entries: readonly PaletteEntry[], typed: string): PaletteEntry[] {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries.filter((entry) => !entry.isSearched).slice(0, shown);
  const lower = (entry: PaletteEntry) => `${entry.words} ${entry.hint ?? ''}`.toLocaleLowerCase();
  const found = entries.filter((entry) => words.every((word) => lower(entry).includes(word)));
  const first = words[0] ?? '';
  const begins = (entry: PaletteEntry) => lower(entry).startsWith(first);
  return [...found.filter(begins), ...found.filter((entry) => !begins(entry))].slice(0, shown);
}
