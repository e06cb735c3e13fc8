import { beforeEach, expect, test, vi } from 'vitest';

// A tab of its own for each test: the module remembers the time of its last id.
let tab: typeof import('@/lib/uuidv7');
beforeEach(async () => {
  vi.resetModules();
  tab = await import('@/lib/uuidv7');
});

const now = 1_700_000_000_000;

test('IdsOfATabSortByMakingWithinAMillisecondAndThroughAClockSetBack', () => {
  const made = [now, now, now - 5_000, now - 4_000, now + 1].map((at) => tab.uuidv7(at));
  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
  for (const id of made) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('IdsSortAfterOneThatWasFoundWhateverTheClockSays', () => {
  const found = '018bcfe5-6800-7fff-bfff-ffffffffffff';
  expect(tab.uuidv7(now - 60_000) < found).toBe(true);
  tab.sortsAfter(found);
  expect(tab.uuidv7(now - 60_000) > found).toBe(true);
});

test('WhatIsNoIdLeadsNobodyAstray', () => {
  for (const id of ['', 'c0', 'ffffffff-ffff-7fff-bfff-ffffffffffff']) tab.sortsAfter(id);
  expect(tab.uuidv7(now).startsWith('018bcfe5-6800-7000')).toBe(true);
});
