import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isKnownEvent, textFields } from '@/sync/guards';

const contracts = new URL('../../../src/Contracts/Lists/', import.meta.url);

// A build that meets an event it does not know shows nothing more of the list: our own server must never send one.
test('EveryEventOfTheServerIsKnownHere', () => {
  const sources = readdirSync(contracts).filter((file) => file.endsWith('Events.cs'));
  const words = sources.flatMap((file) =>
    [...readFileSync(new URL(file, contracts), 'utf8').matchAll(/JsonDerivedType\(typeof\(\w+\), "(\w+)"\)/g)].map(
      ([, word = '']) => word,
    ),
  );
  expect(words.length).toBeGreaterThan(20);
  expect(words.filter((word) => !Object.hasOwn(textFields, word))).toEqual([]);
});

test('EventWithoutItsFieldsIsNotKnown', () => {
  expect(isKnownEvent({ type: 'taskCompleted' })).toBe(false);
  expect(isKnownEvent({ type: 'toString' })).toBe(false);
});
