/**
 * Texts that somebody is still writing, kept on this device so that closing a panel, a reload or somebody else's
 * deletion loses none of them. The newest hundred, by the place they are written in.
 */
const key = 'tasklist.drafts';
const kept = 100;

type Drafts = Record<string, string>;

export function readDraft(place: string): string | undefined {
  return all()[place];
}

/** An empty text forgets the draft. */
export function keepDraft(place: string, text: string): void {
  const { [place]: _, ...others } = all();
  const entries = Object.entries(others);
  if (text !== '') entries.push([place, text]);
  try {
    if (entries.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(Object.fromEntries(entries.slice(-kept))));
  } catch {
    // No room or no permission: the text lives as long as its field does.
  }
}

/** Signing out leaves nothing behind on this device. */
export function forgetDrafts(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing could be kept either.
  }
}

function all(): Drafts {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof found === 'object' && found !== null ? (found as Drafts) : {};
  } catch {
    return {};
  }
}
