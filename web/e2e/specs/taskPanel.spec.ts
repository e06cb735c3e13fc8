import { expect } from '@playwright/test';
import { BoardPage } from '../boardPage';
import { listWith, type Pair, pair, taskNow } from '../pair';
import { test } from '../test';

// What is done in the panel of one task.
let people: Pair;
test.beforeAll(async ({ rest }) => {
  people = await pair(rest);
});

test('EverythingATaskHasIsSetInItsPanel', async ({ browser, product, rest }) => {
  const { listId, taskIds } = await listWith(rest, people, 'Sign the lease', 'Find a lawyer');
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna);
  const { page } = hers;
  await hers.open(listId);
  await hers.card('Sign the lease').click();
  const panel = page.getByTestId('task-panel');

  await page.getByTestId('task-priority').click();
  await page.getByRole('menuitem', { name: 'High' }).click();
  await page.getByTestId('task-recurrence').click();
  await page.getByRole('button', { name: 'Mon', exact: true }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByTestId('task-parent').click();
  await page.getByRole('button', { name: 'Find a lawyer' }).click();
  await panel.getByTestId('add-subtask').click();
  await page.keyboard.insertText('Read the small print');
  await page.keyboard.press('Enter');
  await panel.getByTestId('watch').click();

  await panel.getByTestId('add-item').click();
  for (const item of ['Measure', 'Order']) {
    await page.keyboard.insertText(item);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Escape');
  await panel.getByRole('checkbox', { name: 'Measure' }).check();
  await panel.getByRole('checkbox', { name: 'Order' }).focus();
  await page.keyboard.press('Alt+ArrowUp');

  await expect(async () => {
    expect(await taskNow(rest, people, listId, taskIds[0])).toMatchObject({
      priority: 2,
      recurrence: { every: 'week', interval: 1, on: ['mon'], from: 'completion' },
      parentTaskId: taskIds[1],
      watcherIds: [people.anna.userId],
      checklist: [
        { text: 'Order', checked: false },
        { text: 'Measure', checked: true },
      ],
    });
  }).toPass();
  const children = (await rest.snapshot(people.anna, listId)).tasks.filter((task) => task.parentTaskId === taskIds[0]);
  expect(children.map((task) => task.title)).toEqual(['Read the small print']);
  await hers.close();
});

test('CommentsNamePeopleAreEditedAndADraftOutlivesAReload', async ({ browser, product, rest }) => {
  const { listId, taskIds } = await listWith(rest, people, 'Paint the walls');
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna);
  const { page } = hers;
  await page.goto(`/l/${listId}/t/${taskIds[0]}`);
  const comment = page.getByTestId('comment');
  await comment.pressSequentially('Ask @iv');
  await expect(page.getByTestId('mentions')).toContainText('Ivan Petrov');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('about **white**');
  await page.reload();
  await expect(comment).toHaveValue('Ask @Ivan Petrov about **white**');
  await comment.press('Control+Enter');
  const row = page.getByTestId('comment-row');
  await expect(row.locator('strong')).toHaveText('white');
  await expect
    .poll(async () => (await taskNow(rest, people, listId, taskIds[0]))?.comments[0]?.mentions)
    .toEqual([people.ivan.userId]);

  await row.getByRole('button', { name: 'Edit the comment' }).click();
  await row.getByTestId('comment').fill('<img src=x onerror=alert(1)> [x](javascript:alert(1))');
  await row.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('edited');
  await expect(row).toContainText('<img src=x onerror=alert(1)>');
  expect(await row.locator('img, a').count(), 'what is typed never becomes a tag or a script').toBe(0);
  await hers.close();
});

test('WhoWritesWhereIsSeenByTheOther', async ({ browser, product, rest }) => {
  const { listId, taskIds } = await listWith(rest, people, 'Shared words');
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna);
  const his = await BoardPage.signedIn(browser, product.url(), people.ivan);
  await hers.open(listId);
  await his.page.goto(`/l/${listId}/t/${taskIds[0]}`);
  await his.page.getByTestId('add-description').click();
  await expect(hers.card('Shared words').getByTestId('editing')).toHaveText('Ivan Petrov is writing');
  await his.page.keyboard.press('Escape');
  await expect(hers.card('Shared words').getByTestId('editing')).toHaveCount(0);
  await his.close();
  await hers.close();
});
