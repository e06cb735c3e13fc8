import { afterEach, expect, test } from 'vitest';
import { instantOf, ownTimeZone, setZone, wallOf } from '@/lib/zone';

afterEach(() => setZone(undefined));

test('TheClockOnTheWallIsThatOfTheProfilesZone', () => {
  setZone('Asia/Tokyo');
  expect(ownTimeZone()).toBe('Asia/Tokyo');
  const wall = wallOf('2026-03-01T20:30:00Z');
  expect([wall.getDate(), wall.getHours(), wall.getMinutes()]).toEqual([2, 5, 30]);
  expect(instantOf(wall).toISOString()).toBe('2026-03-01T20:30:00.000Z');
});

test('BothSidesOfAClockChangeGoThereAndBack', () => {
  setZone('America/New_York');
  // Hours around 8 March and 1 November 2026, when clocks are put on and back there; the repeated hour itself is ambiguous.
  for (const instant of [
    '2026-03-08T06:30:00Z',
    '2026-03-08T07:30:00Z',
    '2026-11-01T04:30:00Z',
    '2026-11-01T07:30:00Z',
  ])
    expect(instantOf(wallOf(instant)).toISOString()).toBe(instant.replace('Z', '.000Z'));
});

test('AZoneNobodyKnowsIsTheBrowsersOwn', () => {
  setZone('Mars/Olympus');
  expect(wallOf('2026-03-01T20:30:00Z')).toEqual(new Date('2026-03-01T20:30:00Z'));
});
