import { expect, it } from 'vitest';
import { dueTone } from '@/features/board/due';
import { day, hour } from '@/lib/time';

const now = Date.parse('2026-11-22T12:00:00Z');
const due = (fromNow: number) => new Date(now + fromNow).toISOString();

it('IsLateOnceTheMomentHasPassed', () => {
  expect(dueTone(due(-1), now, false)).toBe('late');
});

it('IsSoonWithinTwoDays', () => {
  expect(dueTone(due(2 * day), now, false)).toBe('soon');
  expect(dueTone(due(2 * day + hour), now, false)).toBe('calm');
});

it('IsNeitherOnceCompleted', () => {
  expect(dueTone(due(-day), now, true)).toBe('calm');
});
