import { expect, type Page } from '@playwright/test';
import { uuidv7 } from '@/lib/uuidv7';
import { BoardPage } from '../boardPage';
import { listWith, type Pair, pair, taskNow } from '../pair';
import type { Rest } from '../rest';
import { test } from '../test';

// Whatever can be dragged has a way by single presses and one by keys.
let people: Pair;
test.beforeAll(async ({ rest }) => {
  people = await pair(rest);
});

async function listToSort(rest: Rest) {
  const { listId, taskIds } = await listWith(rest, people, 'Sign the lease', 'Find a lawyer');
  const [taskId = ''] = taskIds;
  // In the middle of a month, so that the days around it are on the same page.
  const now = new Date();
  const dueAt = new Date(now.getFullYear(), now.getMonth(), 15, 12);
  await rest.run(people.anna, listId, [
    { type: 'editTask', taskId, dueAt: dueAt.toISOString() },
    ...['Measure', 'Order'].map((text) => ({ type: 'addChecklistItem' as const, taskId, itemId: uuidv7(), text })),
  ]);
  const dueDay = async () => new Date((await taskNow(rest, people, listId, taskId))?.dueAt ?? 0).getDate();
  const items = async () => (await taskNow(rest, people, listId, taskId))?.checklist.map(({ text }) => text);
  const sections = async () => (await rest.snapshot(people.anna, listId)).sections;
  return { listId, taskId, dueDay, items, sections };
}

const choose = async (page: Page, box: number, option: string) => {
  await page.getByTestId('move').getByRole('combobox').nth(box).click();
  await page.getByRole('option', { name: option }).click();
};

test('EverythingIsMovedByPressesAlone', async ({ browser, product, rest }) => {
  const { listId, taskId, dueDay, items, sections } = await listToSort(rest);
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna);
  const { page } = hers;
  await hers.open(listId);
  await hers.card('Sign the lease').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Move to…' }).click();
  await choose(page, 0, 'Done');
  await page.getByTestId('move').getByRole('button', { name: 'Move' }).click();
  await expect(hers.section('Done').getByText('Sign the lease')).toBeVisible();

  await page.getByRole('button', { name: 'Section To do: actions' }).click();
  await page.getByRole('menuitem', { name: 'Move right' }).click();
  await expect.poll(async () => (await sections()).map(({ name }) => name)).toEqual(['In progress', 'To do', 'Done']);

  await hers.card('Sign the lease').click();
  const panel = page.getByTestId('task-panel');
  await panel.getByText('Order', { exact: true }).hover();
  await panel.getByRole('button', { name: 'Move up: Order' }).click();
  await expect.poll(items).toEqual(['Order', 'Measure']);

  await page.goto(`/l/${listId}?view=calendar`);
  await page.getByTestId('calendar-task').click();
  await page.getByTestId('task-due').click();
  await page.locator('.MuiPopover-paper').getByText('17', { exact: true }).click();
  await expect.poll(dueDay).toBe(17);
  expect((await sections())[2]?.taskIds).toEqual([taskId]);
  await hers.close();
});

test('EverythingIsMovedByKeysAlone', async ({ browser, product, rest }) => {
  const { listId, taskId, dueDay, items, sections } = await listToSort(rest);
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna);
  const { page } = hers;
  await hers.open(listId);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await hers.card('Sign the lease').focus();
  await press('Alt+ArrowRight');
  await expect(hers.section('In progress').getByText('Sign the lease')).toBeVisible();
  await expect(hers.card('Sign the lease')).toBeFocused();

  await page.getByRole('button', { name: 'Section To do: actions' }).focus();
  await press('Enter');
  const right = page.getByRole('menuitem', { name: 'Move right' });
  await expect(right).toBeVisible();
  for (let step = 0; step < 5 && !(await right.evaluate((item) => item === document.activeElement)); step++)
    await press('ArrowDown');
  await press('Enter');
  await expect.poll(async () => (await sections()).map(({ name }) => name)).toEqual(['In progress', 'To do', 'Done']);

  await hers.card('Sign the lease').focus();
  await press('Enter');
  await page.getByTestId('task-panel').getByRole('checkbox', { name: 'Order' }).focus();
  await press('Alt+ArrowUp');
  await expect.poll(items).toEqual(['Order', 'Measure']);

  await page.goto(`/l/${listId}?view=calendar`);
  await page.getByTestId('calendar-task').focus();
  await press('Alt+ArrowRight');
  await expect.poll(dueDay).toBe(16);
  await expect(page.getByTestId('calendar-task')).toBeFocused();
  expect((await sections())[0]?.taskIds).toEqual([taskId]);
  await hers.close();
});
