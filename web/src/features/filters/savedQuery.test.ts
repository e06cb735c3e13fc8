import { expect, test } from 'vitest';
import { savedQuery } from '@/features/filters/savedQuery';

const saved = (query: string) => savedQuery(new URLSearchParams(query));

test('SameViewIsSameTextWhateverTheOrderOfPresses', () => {
  expect(saved('who=me&view=list&who=anna')).toBe(saved('view=list&who=anna&who=me'));
});

test('DayOfTheCalendarAndForeignWordsAreLeftOut', () => {
  expect(saved('view=calendar&day=2026-11-23&span=week&utm=x')).toBe('view=calendar&span=week');
});
