import { expect, test } from 'vitest';
import type { MyTask } from '@/contract/search';
import { dueGroups } from '@/features/across/dueGroups';

const now = new Date(2026, 10, 23, 12, 0).getTime();
const at = (...[month, day, hour = 0, minute = 0]: number[]) =>
  new Date(2026, month ?? 0, day, hour, minute).toISOString();

function task(title: string, dueAt?: string): MyTask {
  const rest = { listId: 'l', listName: 'L', taskId: title, sectionId: 's', number: 1, assigneeIds: [], labelIds: [] };
  return { ...rest, title, ...(dueAt === undefined ? {} : { dueAt }) };
}

test('TasksStandUnderTheirDaysAndKeepTheirOrder', () => {
  const tasks = [
    task('last week', at(10, 16, 9)),
    task('this morning', at(10, 23, 9)),
    task('tonight', at(10, 23, 23, 59)),
    task('tomorrow', at(10, 24)),
    task('in seven days', at(10, 30, 23, 59)),
    task('in eight days', at(11, 1)),
    task('some day'),
  ];
  expect(dueGroups(tasks, now).map(({ name, tasks: own }) => [name, own.map(({ title }) => title)])).toEqual([
    ['overdue', ['last week', 'this morning']],
    ['today', ['tonight']],
    ['week', ['tomorrow', 'in seven days']],
    ['later', ['in eight days']],
    ['none', ['some day']],
  ]);
});

test('EmptyGroupsAreLeftOut', () => {
  expect(dueGroups([], now)).toEqual([]);
  expect(dueGroups([task('a')], now).map(({ name }) => name)).toEqual(['none']);
});
