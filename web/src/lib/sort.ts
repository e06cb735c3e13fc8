import type { Filterable } from '@/lib/filter';

export const sorts = ['board', 'due', 'priority', 'title', 'newest'] as const;
export type Sort = (typeof sorts)[number];

interface Sortable extends Filterable {
  readonly createdAt: string;
}

// What has no date or no priority comes last, whichever way one looks for the first.
const far = '9999';
const orders: Record<Exclude<Sort, 'board'>, (a: Sortable, b: Sortable) => number> = {
  due: (a, b) => (a.dueAt ?? far).localeCompare(b.dueAt ?? far),
  priority: (a, b) => (a.priority ?? 5) - (b.priority ?? 5),
  title: (a, b) => a.title.localeCompare(b.title),
  newest: (a, b) => b.createdAt.localeCompare(a.createdAt),
};

/** In the board's order, or in another one; equals keep the board's. */
export function sorted<T extends Sortable>(tasks: readonly T[], sort: Sort): readonly T[] {
  return sort === 'board' ? tasks : [...tasks].sort(orders[sort]);
}
