import { expect } from '@playwright/test';
import { uuidv7 } from '@/lib/uuidv7';
import { BoardPage } from '../boardPage';
import { LossyLine } from '../lossyLine';
import { listWith, type Pair, pair, taskNow } from '../pair';
import { test } from '../test';

// What one hears of the other, and what becomes of two hands on one thing.
let people: Pair;
test.beforeAll(async ({ rest }) => {
  people = await pair(rest);
});

test('WhatOthersChangeIsSaidOnceForABurstAndCanBeSwitchedOff', async ({ browser, product, rest }) => {
  const { listId, taskIds } = await listWith(rest, people, 'One', 'Two', 'Three');
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna);
  const { page } = hers;
  await hers.open(listId);
  const said: string[] = [];
  await page.exposeFunction('noteSaid', (text: string) => text && said.push(text));
  await page.getByTestId('announcer').evaluate((announcer) => {
    const note = () => (window as unknown as { noteSaid(text: string): void }).noteSaid(announcer.textContent);
    new MutationObserver(note).observe(announcer, { childList: true, characterData: true, subtree: true });
  });
  for (const [at, taskId] of taskIds.entries()) {
    await rest.run(people.ivan, listId, [{ type: 'editTask', taskId, title: `Anew ${at}` }]);
    await expect(hers.card(`Anew ${at}`)).toBeVisible();
  }
  await expect(page.getByTestId('announcer')).toHaveText(/^Others changed [23] tasks$/);
  expect(said.length).toBeLessThan(taskIds.length);
  await expect(page.getByTestId('announcer')).toHaveAttribute('aria-live', 'polite');

  await page.goto('/settings');
  await page.getByRole('checkbox', { name: 'Screen readers hear what others change' }).uncheck();
  await page.reload();
  await expect(page.getByRole('checkbox', { name: 'Screen readers hear what others change' })).not.toBeChecked();
  await hers.close();
});

test('OfTwoWhoWroteTheSameBothTextsAreThereToChooseFrom', async ({ browser, product, rest }) => {
  const { listId, taskIds } = await listWith(rest, people, 'Paint');
  const [taskId = ''] = taskIds;
  const title = async () => (await taskNow(rest, people, listId, taskId))?.title;
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna);
  const { page } = hers;
  const line = await LossyLine.on(page);
  await hers.open(listId);
  const strip = page.getByTestId('clash');
  const rename = async (next: string) => {
    await page.locator(`[data-task-id="${taskId}"]`).focus();
    await page.keyboard.press('F2');
    await page.keyboard.insertText(next);
    await page.keyboard.press('Enter');
  };
  const atOnce = async (mine: string, theirs: string) => {
    await line.down();
    await expect(page.getByTestId('connection')).toHaveAttribute('data-kind', 'offline');
    await rename(mine);
    await rest.run(people.ivan, listId, [{ type: 'editTask', taskId, title: theirs }]);
    line.up();
    await expect(strip).toContainText('Ivan Petrov');
    await expect(strip).toContainText(mine);
    await expect(strip).toContainText(theirs);
    expect(await title()).toBe(mine);
  };

  await atOnce('Paint it white', 'Paint it red');
  await strip.getByRole('button', { name: 'Take theirs' }).click();
  await expect(strip).toHaveCount(0);
  await expect.poll(title).toBe('Paint it red');

  await atOnce('Paint it green', 'Paint it blue');
  await strip.getByRole('button', { name: 'Keep mine' }).click();
  await expect(strip).toHaveCount(0);
  expect(await title()).toBe('Paint it green');
  await hers.close();
});

test('MoreTasksThanFitOneChangeAreDeletedAndComeBackTogether', async ({ browser, product, rest }) => {
  const { listId } = await listWith(rest, people);
  const sectionId = (await rest.snapshot(people.anna, listId)).sections[0]?.sectionId ?? '';
  const tasks = Array.from({ length: 620 }, (_, at) => `Entry ${at + 1}`);
  for (const titles of [tasks.slice(0, 500), tasks.slice(500)])
    await rest.run(
      people.anna,
      listId,
      titles.map((title) => ({ type: 'addTask', taskId: uuidv7(), sectionId, title })),
    );
  const left = async () => (await rest.snapshot(people.anna, listId)).tasks.length;
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna);
  const { page } = hers;
  await hers.open(listId);
  await page.getByTestId('card').first().focus();
  await page.keyboard.press('Control+KeyA');
  await expect(page.getByTestId('selection')).toContainText('620');
  await page.keyboard.press('Delete');
  await expect.poll(left).toBe(0);
  await page.getByTestId('toasts').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(left).toBe(620);
  const order = await rest.snapshot(people.anna, listId);
  const titleOf = new Map(order.tasks.map((task) => [task.taskId, task.title]));
  expect(order.sections[0]?.taskIds.map((id) => titleOf.get(id))).toEqual(tasks);
  await hers.close();
});

test('DaysAreThoseOfTheChosenZone', async ({ browser, product, rest }) => {
  const { listId, taskIds } = await listWith(rest, people, 'Call Tokyo');
  const [taskId = ''] = taskIds;
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna);
  const { page } = hers;
  await page.goto('/settings');
  await page.getByTestId('time-zone').fill('Asia/Tokyo');
  await expect(page.getByText(/^Asia\/Tokyo: it is/)).toBeVisible();
  await page.goto(`/l/${listId}/t/${taskId}`);
  await page.getByTestId('task-due').click();
  await page.locator('.MuiPopover-paper').getByText('15', { exact: true }).click();
  await expect.poll(async () => (await taskNow(rest, people, listId, taskId))?.dueAt).toMatch(/-15T14:59:00/);
  expect(await taskNow(rest, people, listId, taskId)).toMatchObject({ timeZone: 'Asia/Tokyo' });
  await expect(page.getByTestId('task-due')).toContainText('15');
  await hers.close();
});
