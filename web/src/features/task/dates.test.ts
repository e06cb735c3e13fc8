import { describe, expect, it } from 'vitest';
import { firstWeekday, momentOf, monthDays, sameDay, timeOf } from '@/features/task/dates';

describe('monthDays', () => {
  it('FillsWholeWeeksFromMonday', () => {
    const days = monthDays(2026, 10, firstWeekday('ru'));
    expect(days.length % 7).toBe(0);
    expect(days[0]?.date.getDay()).toBe(1);
    expect(days.filter((day) => !day.isOutside)).toHaveLength(30);
  });

  it('FillsWholeWeeksFromSunday', () => {
    const days = monthDays(2026, 1, firstWeekday('en'));
    expect(days[0]?.date.getDay()).toBe(0);
    expect(days).toHaveLength(28);
  });
});

describe('momentOf', () => {
  it('WithoutATimeIsTheEndOfThatDayAndReadsBackAsNoTime', () => {
    const moment = new Date(momentOf(new Date(2026, 10, 22), ''));
    expect(sameDay(moment, new Date(2026, 10, 22))).toBe(true);
    expect(timeOf(moment)).toBe('');
  });

  it('KeepsTheTime', () => {
    expect(timeOf(new Date(momentOf(new Date(2026, 10, 22), '09:05')))).toBe('09:05');
  });
});
