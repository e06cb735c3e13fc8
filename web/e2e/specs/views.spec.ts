import { expect } from '@playwright/test';
import { uuidv7 } from '@/lib/uuidv7';
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

test('AListIsPutInOrderAndTheOrderStandsInTheAddress', async ({ browser, product, rest }) => {
  const { listId, taskIds } = await listWith(rest, people, 'Later', 'Sooner', 'Whenever');
  const due = (days: number) => new Date(Date.now() + days * 24 * 3_600_000).toISOString();
  await rest.run(people.anna, listId, [
    { type: 'editTask', taskId: taskIds[0] ?? '', dueAt: due(5) },
    { type: 'editTask', taskId: taskIds[1] ?? '', dueAt: due(2) },
  ]);
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna);
  const { page } = hers;
  await page.goto(`/l/${listId}?view=list`);
  const rows = page.getByTestId('row');
  await expect(rows).toHaveText([/Later/, /Sooner/, /Whenever/]);
  await page.getByTestId('sort').selectOption({ label: 'By due date' });
  await expect(rows).toHaveText([/Sooner/, /Later/, /Whenever/]);
  await page.reload();
  await expect(rows).toHaveText([/Sooner/, /Later/, /Whenever/]);
  await hers.close();
});

test('TasksAreDraggedThroughTheCalendarAMonthOrAWeekAtATime', async ({ browser, product, rest }) => {
  const { listId, taskIds } = await listWith(rest, people, 'Sign the lease');
  const [taskId = ''] = taskIds;
  // The middle of a month, so that both days are on the screen whatever day it is.
  const dueAt = new Date(2031, 4, 14, 15, 30).toISOString();
  await rest.run(people.anna, listId, [{ type: 'editTask', taskId, dueAt }]);
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna);
  const { page } = hers;
  const dayOf = (day: number) => page.locator(`[data-date="${new Date(2031, 4, day).toDateString()}"]`);
  const dueNow = async () => Date.parse((await taskNow(rest, people, listId, taskId))?.dueAt ?? '');
  await page.goto(`/l/${listId}?view=calendar&day=2031-05-01`);
  await dayOf(14).getByTestId('calendar-task').dragTo(dayOf(20));
  await expect(dayOf(20).getByTestId('calendar-task')).toHaveText('Sign the lease');
  await expect.poll(dueNow, 'the time of day stays').toBe(new Date(2031, 4, 20, 15, 30).getTime());

  await page.goto(`/l/${listId}?view=calendar&day=2031-05-20&span=week`);
  await expect(page.getByTestId('calendar-view').locator('[data-date]')).toHaveCount(7);
  await dayOf(20).getByTestId('calendar-task').dragTo(dayOf(22));
  await expect.poll(dueNow).toBe(new Date(2031, 4, 22, 15, 30).getTime());
  await hers.close();
});

test('ALongListAndATableMountOnlyWhatIsNearTheWindow', async ({ browser, product, rest }) => {
  const { listId } = await listWith(rest, people, ...Array.from({ length: 400 }, (_, at) => `Entry ${at + 1}`));
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna);
  const { page } = hers;
  for (const view of ['list', 'table']) {
    await page.goto(`/l/${listId}?view=${view}`);
    const rows = page.getByTestId('row');
    await expect(rows.first()).toContainText('Entry 1');
    expect(await rows.count()).toBeLessThan(120);
    // Heights are measured as rows appear, so the end moves a little while one scrolls to it.
    await expect(async () => {
      await page.getByTestId(`${view}-view`).evaluate((element) => element.scrollTo(0, element.scrollHeight));
      await expect(rows.filter({ hasText: 'Entry 400' })).toBeInViewport({ timeout: 1_000 });
    }).toPass();
    expect(await rows.count()).toBeLessThan(120);
  }
  await hers.close();
});

test('ALabelIsTakenAwayFromAllTasksAndComesBack', async ({ browser, product, rest }) => {
  const { listId, taskIds } = await listWith(rest, people, 'One', 'Two');
  const labelId = uuidv7();
  await rest.run(people.anna, listId, [
    { type: 'defineLabel', labelId, name: 'urgent', color: 'red' },
    ...taskIds.map((taskId) => ({ type: 'addLabel', taskId, labelId }) as const),
  ]);
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna);
  const { page } = hers;
  await page.goto(`/l/${listId}/t/${taskIds[0]}`);
  await page.getByTestId('task-labels').click();
  await page.getByRole('button', { name: 'Delete label “urgent”' }).click();
  await page.keyboard.press('Escape');
  await expect(hers.card('Two')).not.toContainText('urgent');
  await page.getByTestId('toasts').getByRole('button', { name: 'Undo' }).click();
  await expect(hers.card('Two')).toContainText('urgent');
  await hers.close();
});

test('AViewIsSavedUnderANameAndOpenedElsewhere', async ({ browser, product, rest }) => {
  const { listId, taskIds } = await listWith(rest, people, 'Mine', 'Not mine');
  await rest.run(people.anna, listId, [{ type: 'assign', taskId: taskIds[0] ?? '', userId: people.anna.userId }]);
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna);
  await hers.page.goto(`/l/${listId}?view=list&who=me`);
  await hers.page.getByTestId('filter').click();
  const saved = hers.page.getByTestId('saved-views');
  await saved.getByRole('textbox').fill('My work');
  await saved.getByRole('button', { name: 'Save' }).click();
  await expect(saved.getByRole('button', { name: 'My work', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await hers.close();

  const elsewhere = await BoardPage.signedIn(browser, product.url(), people.anna);
  const { page } = elsewhere;
  await elsewhere.open(listId);
  await page.getByTestId('filter').click();
  await page.getByTestId('saved-views').getByRole('button', { name: 'My work', exact: true }).click();
  await expect(page.getByTestId('list-view').getByTestId('row')).toHaveText([/Mine/]);
  await page.getByTestId('saved-views').getByRole('button', { name: 'Forget “My work”' }).click();
  await expect(page.getByTestId('saved-views').getByRole('listitem')).toHaveCount(0);
  await elsewhere.close();
});
