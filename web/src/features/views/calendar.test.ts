import { expect, test } from 'vitest';
import { atSameTime, byDay, calendarDays } from '@/features/views/calendar';

test('AMonthIsShownInWholeWeeks', () => {
  const days = calendarDays(new Date(2026, 10, 23), 'month', 1);
  expect(days.length % 7).toBe(0);
  expect(days[0]?.getDay()).toBe(1);
  expect(days.filter((day) => day.getMonth() === 10)).toHaveLength(30);
});

test('AWeekStartsWhereTheLanguageSays', () => {
  const day = new Date(2026, 10, 25);
  expect(calendarDays(day, 'week', 1)[0]?.getDate()).toBe(23);
  expect(calendarDays(day, 'week', 0)[0]?.getDate()).toBe(22);
});

test('MovingToAnotherDayKeepsTheTimeOfDay', () => {
  const at = new Date(2026, 10, 23, 9, 30).toISOString();
  expect(new Date(atSameTime(at, new Date(2026, 10, 29)))).toEqual(new Date(2026, 10, 29, 9, 30));
  expect(new Date(atSameTime(undefined, new Date(2026, 10, 29)))).toEqual(new Date(2026, 10, 29, 23, 59));
});

test('TasksWithoutADateAreOnNoDay', () => {
  expect([...byDay([{}, { dueAt: new Date(2026, 10, 23, 9).toISOString() }]).keys()]).toEqual([
    new Date(2026, 10, 23).toDateString(),
  ]);
});
