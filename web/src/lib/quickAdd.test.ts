import { describe, expect, test } from 'vitest';
import { readQuickTask } from '@/lib/quickAdd';

const known = {
  people: [
    { userId: 'i', name: 'Иван Петров' },
    { userId: 'a', name: 'Anna Orlova' },
  ],
  labels: [
    { labelId: 'b', name: 'bug' },
    { labelId: 's', name: 'срочно' },
  ],
};
// A Monday.
const now = new Date(2026, 10, 23, 15, 0);
const read = (line: string) => readQuickTask(line, known, now);
const due = (line: string) => {
  const { dueAt } = read(line);
  return dueAt && new Date(dueAt);
};
const day = (month: number, date: number, hours = 23, minutes = 59, year = 2026) =>
  new Date(year, month - 1, date, hours, minutes);

test('AWholeLineIsRead', () => {
  expect(read('Fix the export @anna #bug !2 tomorrow 9:00')).toEqual({
    title: 'Fix the export',
    assigneeIds: ['a'],
    labelIds: ['b'],
    priority: 2,
    dueAt: day(11, 24, 9, 0).toISOString(),
  });
  expect(read('Починить экспорт @иван #срочно !1 завтра в 18:30')).toEqual({
    title: 'Починить экспорт',
    assigneeIds: ['i'],
    labelIds: ['s'],
    priority: 1,
    dueAt: day(11, 24, 18, 30).toISOString(),
  });
});

test('WhatNamesNobodyStaysInTheTitle', () => {
  expect(read('Ask @nobody about #1234 and C# !9')).toMatchObject({
    title: 'Ask @nobody about #1234 and C# !9',
    assigneeIds: [],
    labelIds: [],
  });
});

test('SurnamesAreFoundToo', () => {
  expect(read('Call @orl').assigneeIds).toEqual(['a']);
});

describe('Dates', () => {
  test.each([
    ['pay today', day(11, 23)],
    ['оплатить послезавтра', day(11, 25)],
    ['report on friday', day(11, 27)],
    ['отчёт в пятницу', day(11, 27)],
    ['отчёт в понедельник', day(11, 30)],
    ['в воскресенье убрать', day(11, 29)],
    ['in 3 days', day(11, 26)],
    ['через 2 недели', day(12, 7)],
    ['next week', day(11, 30)],
    ['2027-01-05 fair', day(1, 5, 23, 59, 2027)],
    ['ярмарка 5.12', day(12, 5)],
    ['ярмарка 5.1', day(1, 5, 23, 59, 2027)],
    ['at 9 pm today', undefined],
    ['today at 9pm', day(11, 23, 21, 0)],
    ['9:15 tomorrow', day(11, 24, 9, 15)],
  ])('%s', (line, expected) => {
    if (expected) expect(due(line)).toEqual(expected);
    else expect(due(line)).toBeDefined();
  });

  test.each(['Version 31.02 notes', 'todayish', 'средство', 'Satellite', 'room 25:00'])('%s is none', (line) => {
    expect(due(line)).toBeUndefined();
    expect(read(line).title).toBe(line);
  });
});
