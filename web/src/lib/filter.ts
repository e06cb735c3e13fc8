import { calendarDaysBetween } from '@/lib/time';

export const dueKinds = ['late', 'today', 'week', 'none'] as const;
export type DueKind = (typeof dueKinds)[number];

/** What of a list is shown. Stands in the address, so that Back works and a link shows the same. */
export interface Filter {
  readonly words: string;
  /** User ids; "me" is whoever looks. */
  readonly people: readonly string[];
  readonly labelIds: readonly string[];
  readonly priorities: readonly number[];
  readonly due?: DueKind;
  readonly hidesDone: boolean;
}

export interface Filterable {
  readonly title: string;
  readonly description?: string;
  readonly number: number;
  readonly completedAt?: string;
  readonly dueAt?: string;
  readonly priority?: number;
  readonly assigneeIds: readonly string[];
  readonly labelIds: readonly string[];
}

export const noFilter: Filter = { words: '', people: [], labelIds: [], priorities: [], hidesDone: false };

export function readFilter(params: URLSearchParams): Filter {
  const due = dueKinds.find((kind) => kind === params.get('due'));
  return {
    words: params.get('q') ?? '',
    people: params.getAll('who'),
    labelIds: params.getAll('label'),
    priorities: params
      .getAll('priority')
      .map(Number)
      .filter((each) => each >= 1 && each <= 4),
    ...(due ? { due } : {}),
    hidesDone: params.get('done') === 'no',
  };
}

/** Writes the filter into a copy of the address's query; what else stands there stays. */
export function withFilter(params: URLSearchParams, filter: Filter): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const name of ['q', 'who', 'label', 'priority', 'due', 'done']) next.delete(name);
  if (filter.words !== '') next.set('q', filter.words);
  for (const each of filter.people) next.append('who', each);
  for (const each of filter.labelIds) next.append('label', each);
  for (const each of filter.priorities) next.append('priority', String(each));
  if (filter.due) next.set('due', filter.due);
  if (filter.hidesDone) next.set('done', 'no');
  return next;
}

/** How many conditions are set: "3 filters". */
export function conditions({ words, people, labelIds, priorities, due, hidesDone }: Filter): number {
  return [words !== '', people.length > 0, labelIds.length > 0, priorities.length > 0, due, hidesDone].filter(Boolean)
    .length;
}

/** Within one kind any will do, between kinds all must hold. */
export function passes(task: Filterable, filter: Filter, me: string | undefined, now: number): boolean {
  const { words, people, labelIds, priorities, due, hidesDone } = filter;
  if (hidesDone && task.completedAt !== undefined) return false;
  if (priorities.length > 0 && !priorities.includes(task.priority ?? 0)) return false;
  if (labelIds.length > 0 && !labelIds.some((id) => task.labelIds.includes(id))) return false;
  if (people.length > 0 && !people.some((id) => task.assigneeIds.includes(id === 'me' ? (me ?? '') : id))) return false;
  if (due !== undefined && !isDue(task, due, now)) return false;
  const text = `${task.title} ${task.description ?? ''} #${task.number}`.toLocaleLowerCase();
  return words
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function isDue({ dueAt, completedAt }: Filterable, kind: DueKind, now: number): boolean {
  if (kind === 'none') return dueAt === undefined;
  if (dueAt === undefined || completedAt !== undefined) return false;
  const at = Date.parse(dueAt);
  if (kind === 'late') return at < now;
  const days = calendarDaysBetween(now, at);
  return kind === 'today' ? days === 0 : days >= 0 && days <= 7;
}
