import { expect, test } from 'vitest';
import { readTime } from '@/lib/timeText';

test.each([
  ['', ''],
  ['9', '09:00'],
  ['930', '09:30'],
  ['9:30', '09:30'],
  ['18.05', '18:05'],
  ['1805', '18:05'],
  ['9:30 pm', '21:30'],
  ['12 a.m.', '00:00'],
  ['12PM', '12:00'],
  ['0:00', '00:00'],
])('TimeIsReadAsPeopleWriteIt %s', (typed, time) => expect(readTime(typed)).toBe(time));

test.each(['25', '24:00', '9:70', '13 pm', '0 am', 'noon', '9:3'])('WhatIsNoTimeIsNotGuessedAt %s', (typed) =>
  expect(readTime(typed)).toBeUndefined(),
);
