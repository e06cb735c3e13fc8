import { expect, test } from 'vitest';
import { conditions, type Filterable, noFilter, passes, readFilter, withFilter } from '@/lib/filter';
import { day } from '@/lib/time';

const now = new Date(2026, 10, 23, 12).getTime();
const task: Filterable = { title: 'Fix the export', number: 7, assigneeIds: ['anna'], labelIds: ['bug'], priority: 1 };
const shows = (filter: Partial<typeof noFilter>, one: Partial<Filterable> = {}) =>
  passes({ ...task, ...one }, { ...noFilter, ...filter }, 'anna', now);

test('TheAddressHoldsTheWholeFilterAndWhatElseStandsThere', () => {
  const filter = {
    words: 'два слова',
    people: ['me', 'x'],
    labelIds: ['bug'],
    priorities: [1, 2],
    due: 'week',
    hidesDone: true,
  } as const;
  const params = withFilter(new URLSearchParams('view=table&q=old'), filter);
  expect(readFilter(params)).toEqual(filter);
  expect(params.get('view')).toBe('table');
  expect(conditions(filter)).toBe(6);
  expect(withFilter(params, noFilter).toString()).toBe('view=table');
});

test('NothingSetShowsEverything', () => {
  expect(shows({})).toBe(true);
  expect(conditions(noFilter)).toBe(0);
});

test('EveryWordMustBeThereInWhateverOrder', () => {
  expect(shows({ words: 'EXPORT fix' })).toBe(true);
  expect(shows({ words: 'export broken' })).toBe(false);
  expect(shows({ words: '#7' })).toBe(true);
});

test('AnyOfOneKindButAllKinds', () => {
  expect(shows({ people: ['x', 'me'], labelIds: ['bug'] })).toBe(true);
  expect(shows({ people: ['me'], labelIds: ['other'] })).toBe(false);
  expect(shows({ priorities: [2] })).toBe(false);
});

test('DueMeansOpenTasksOnly', () => {
  const at = (days: number) => new Date(now + days * day).toISOString();
  expect(shows({ due: 'late' }, { dueAt: at(-1) })).toBe(true);
  expect(shows({ due: 'late' }, { dueAt: at(-1), completedAt: at(0) })).toBe(false);
  expect(shows({ due: 'week' }, { dueAt: at(6) })).toBe(true);
  expect(shows({ due: 'week' }, { dueAt: at(9) })).toBe(false);
  expect(shows({ due: 'none' })).toBe(true);
});
