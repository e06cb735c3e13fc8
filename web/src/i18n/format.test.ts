import { describe, expect, it } from 'vitest';
import { formatDay, formatMoment } from '@/i18n/format';

const now = new Date(2026, 10, 22, 12).getTime();
const at = (year: number, month: number, day: number, hour = 9, minute = 0) =>
  new Date(year, month - 1, day, hour, minute).toISOString();

describe('formatDay', () => {
  it('SaysNearDaysInWords', () => {
    expect(formatDay('en', at(2026, 11, 22, 23, 59), now)).toBe('today');
    expect(formatDay('ru', at(2026, 11, 23), now)).toBe('завтра');
    expect(formatDay('ru', at(2026, 11, 21), now)).toBe('вчера');
  });

  it('NamesTheYearOnlyWhereItIsAnother', () => {
    expect(formatDay('en', at(2026, 12, 3), now)).toBe('Dec 3');
    expect(formatDay('en', at(2027, 1, 3), now)).toBe('Jan 3, 2027');
  });
});

describe('formatMoment', () => {
  it('LeavesOutTheTimeWhereTheWholeDayIsMeant', () => {
    expect(formatMoment('ru', at(2026, 12, 3, 23, 59))).toBe('3 декабря 2026 г.');
    expect(formatMoment('ru', at(2026, 12, 3, 18, 30))).toContain('18:30');
  });
});
