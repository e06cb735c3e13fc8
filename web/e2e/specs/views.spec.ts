import { expect } from '@playwright/test';
import { BoardPage } from '../boardPage';
import { listWith, type Pair, pair, taskNow } from '../pair';
import { test } from '../test';

// One list, seen in several ways.
let people: Pair;
test.beforeAll(async ({ rest }) => {
  people = await pair(rest);
});

test('AViewAndItsFilterStandInTheAddress', async ({ browser, product, rest }) => {
  const { listId, taskIds } = await listWith(rest, people, 'Mine', 'Not mine');
  const [mine = ''] = taskIds;
  const dueAt = new Date(new Date().setHours(12, 0, 0, 0)).toISOString();
  await rest.run(people.anna, listId, [
    { type: 'assign', taskId: mine, userId: people.anna.userId },
    { type: 'editTask', taskId: mine, dueAt },
  ]);
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna);
  const { page } = hers;
  await hers.open(listId);
  await page.getByTestId('filter').click();
  await page.getByTestId('filter-panel').getByRole('button', { name: 'Me', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('card')).toHaveCount(1);
  await expect(page.getByTestId('section').first()).toContainText('1 of 2');
  await page.getByTestId('view-table').click();
  await expect(page.getByTestId('row')).toHaveCount(1);
  await page.reload();
  await expect(page.getByTestId('row')).toHaveText(/Mine/);
  await page.getByTestId('filter-clear').click();
  await expect(page.getByTestId('row')).toHaveCount(2);
  await page.goBack();
  await expect(page.getByTestId('board')).toBeVisible();

  await page.getByTestId('view-calendar').click();
  await page.getByTestId('calendar-task').focus();
  await page.keyboard.press('Alt+ArrowRight');
  const tomorrow = new Date(Date.parse(dueAt) + 24 * 3_600_000).toISOString();
  await expect
    .poll(async () => (await taskNow(rest, people, listId, mine))?.dueAt)
    .toBe(tomorrow.replace('.000Z', 'Z'));
  await hers.close();
});

test('ThePastIsOnlyLookedAt', async ({ browser, product, rest }) => {
  const { listId, taskIds } = await listWith(rest, people, 'First words');
  const [taskId = ''] = taskIds;
  await rest.run(people.ivan, listId, [{ type: 'editTask', taskId, title: 'Second words' }]);
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna);
  const { page } = hers;
  await hers.open(listId);
  await page.getByTestId('list-menu').click();
  await page.getByRole('menuitem', { name: 'Look back in time' }).click();
  await expect(hers.card('First words')).toBeVisible();
  expect(await page.getByTestId('add-task').count(), 'the past is only looked at').toBe(0);
  await page.getByRole('button', { name: 'Back to now' }).click();
  await expect(hers.card('Second words')).toBeVisible();
  await hers.close();
});

test('AnArchivedListIsOnlyRead', async ({ browser, product, rest }) => {
  const { listId } = await listWith(rest, people, 'Kept');
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna);
  const { page } = hers;
  const choose = async (name: string) => {
    await page.getByTestId('list-menu').click();
    await page.getByRole('menuitem', { name }).click();
  };
  await hers.open(listId);
  await choose('Archive');
  await expect(page.getByTestId('archived')).toBeVisible();
  await expect(page.getByTestId('add-task')).toHaveCount(0);
  await page.getByTestId('archived').getByRole('button', { name: 'Bring back' }).click();
  await expect(page.getByTestId('add-task').first()).toBeVisible();
  await hers.close();
});
