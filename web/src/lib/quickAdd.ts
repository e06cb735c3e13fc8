import { findDate } from '@/lib/quickDate';
import { instantOf } from '@/lib/zone';

export interface Known {
  readonly people: readonly { readonly userId: string; readonly name: string }[];
  readonly labels: readonly { readonly labelId: string; readonly name: string }[];
}

export interface QuickTask {
  readonly title: string;
  readonly assigneeIds: readonly string[];
  readonly labelIds: readonly string[];
  readonly priority?: number;
  readonly dueAt?: string;
}

/**
 * Reads `@ivan #bug !2 tomorrow 9:00` out of a line, in English and Russian alike. Only what is understood is taken
 * out of the title: a `#` that names no label stays a word.
 */
export function readQuickTask(line: string, { people, labels }: Known, now: Date): QuickTask {
  const assigneeIds: string[] = [];
  const labelIds: string[] = [];
  let priority: number | undefined;
  let rest = line.replace(/(^|\s)!([1-4])(?=\s|$)/, (_, space: string, digit: string) => {
    priority = Number(digit);
    return space;
  });
  rest = rest.replace(/(^|\s)([@#])([\p{L}\p{N}_-]+)/gu, (all, space: string, sign: string, word: string) => {
    const found = sign === '@' ? named(people, word)?.userId : named(labels, word)?.labelId;
    if (found === undefined) return all;
    const into = sign === '@' ? assigneeIds : labelIds;
    if (!into.includes(found)) into.push(found);
    return space;
  });
  const date = findDate(rest, now);
  if (date) rest = rest.slice(0, date.from) + rest.slice(date.to);
  const title = rest.replace(/\s+/g, ' ').trim();
  return {
    // A line of nothing but signs is a title after all.
    title: title === '' ? line.trim() : title,
    assigneeIds,
    labelIds,
    ...(priority === undefined ? {} : { priority }),
    ...(date ? { dueAt: instantOf(date.at).toISOString() } : {}),
  };
}

/** Whose name, or any word of it, starts so; an exact one wins. Spaces may be written as `_`. */
function named<T extends { readonly name: string }>(all: readonly T[], word: string): T | undefined {
  const wanted = word.toLocaleLowerCase().replaceAll('_', ' ');
  const lower = (one: T) => one.name.toLocaleLowerCase();
  return (
    all.find((one) => lower(one) === wanted) ??
    all.find((one) => lower(one).startsWith(wanted)) ??
    all.find((one) =>
      lower(one)
        .split(/\s+/)
        .some((part) => part.startsWith(wanted)),
    )
  );
}
