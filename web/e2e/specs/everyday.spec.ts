import { expect, test } from '@playwright/test';
import type { CommandBody } from '@/contract/commands';
import { uuidv7 } from '@/lib/uuidv7';
import { BoardPage } from '../boardPage';
import { Product } from '../product';
import { Rest, type RestUser } from '../rest';

/** What people do all day, each flow once, in a real browser against the real product. */
test.describe('everyday', () => {
  let product: Product;
  let rest: Rest;
  let anna: RestUser;
  let ivan: RestUser;

  test.beforeAll(async () => {
    product = await Product.start({ limits: 'off' });
    rest = new Rest(product.url());
    anna = await rest.register('Анна Орлова');
    ivan = await rest.register('Ivan Petrov');
  });
  test.afterAll(() => product.stop());

  /** A list of its own for each flow, with these tasks in its first section. */
  async function listWith(...titles: string[]): Promise<{ listId: string; taskIds: string[] }> {
    const listId = await rest.createList(anna, 'Office move');
    await rest.share(anna, listId, 'editor', ivan);
    const sectionId = (await rest.snapshot(anna, listId)).sections[0]?.sectionId ?? '';
    const taskIds = titles.map(() => uuidv7());
    const commands = titles.map(
      (title, at): CommandBody => ({ type: 'addTask', taskId: taskIds[at] ?? '', sectionId, title }),
    );
    await rest.run(anna, listId, commands);
    return { listId, taskIds };
  }

  const taskNow = async (listId: string, taskId = '') =>
    (await rest.snapshot(anna, listId)).tasks.find((task) => task.taskId === taskId);

  test('EverythingATaskHasIsSetInItsPanel', async ({ browser }) => {
    const { listId, taskIds } = await listWith('Sign the lease', 'Find a lawyer');
    const hers = await BoardPage.signedIn(browser, product.url(), anna);
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
      expect(await taskNow(listId, taskIds[0])).toMatchObject({
        priority: 2,
        recurrence: { every: 'week', interval: 1, on: ['mon'], from: 'completion' },
        parentTaskId: taskIds[1],
        watcherIds: [anna.userId],
        checklist: [
          { text: 'Order', checked: false },
          { text: 'Measure', checked: true },
        ],
      });
    }).toPass();
    const children = (await rest.snapshot(anna, listId)).tasks.filter((task) => task.parentTaskId === taskIds[0]);
    expect(children.map((task) => task.title)).toEqual(['Read the small print']);
    await hers.close();
  });

  test('CommentsNamePeopleAreEditedAndADraftOutlivesAReload', async ({ browser }) => {
    const { listId, taskIds } = await listWith('Paint the walls');
    const hers = await BoardPage.signedIn(browser, product.url(), anna);
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
    await expect.poll(async () => (await taskNow(listId, taskIds[0]))?.comments[0]?.mentions).toEqual([ivan.userId]);

    await row.getByRole('button', { name: 'Edit the comment' }).click();
    await row.getByTestId('comment').fill('<img src=x onerror=alert(1)> [x](javascript:alert(1))');
    await row.getByRole('button', { name: 'Save' }).click();
    await expect(row).toContainText('edited');
    await expect(row).toContainText('<img src=x onerror=alert(1)>');
    expect(await row.locator('img, a').count(), 'what is typed never becomes a tag or a script').toBe(0);
    await hers.close();
  });

  test('OwnDeedsAreUndoneAndRedoneAndSeveralAreOneChange', async ({ browser }) => {
    const { listId } = await listWith('One', 'Two', 'Three', 'Four');
    const hers = await BoardPage.signedIn(browser, product.url(), anna);
    const { page } = hers;
    await hers.open(listId);
    const done = page.locator('[data-testid=card][data-done]');
    const { version } = await rest.snapshot(anna, listId);

    await hers.card('One').focus();
    await page.keyboard.press('KeyX');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(page.getByTestId('selection')).toContainText('3 selected');
    await page.keyboard.press('Space');
    await expect(done).toHaveCount(3);
    await expect(page.getByTestId('connection')).toHaveAttribute('data-unsent', '0');
    expect((await rest.snapshot(anna, listId)).version, 'three tasks, one change').toBe(version + 1);

    await page.keyboard.press('Control+KeyZ');
    await expect(done).toHaveCount(0);
    await page.keyboard.press('Control+Shift+KeyZ');
    await expect(done).toHaveCount(3);
    await page.keyboard.press('Delete');
    await expect(page.getByTestId('card')).toHaveCount(1);
    await page.getByTestId('toasts').getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByTestId('card')).toHaveCount(4);
    await expect(done).toHaveCount(3);
    await hers.expectNoReload();
    await hers.close();
  });

  test('ALineIsReadInBothLanguagesAndThePaletteFindsIt', async ({ browser }) => {
    const { listId } = await listWith('Old task');
    await rest.run(anna, listId, [{ type: 'defineLabel', labelId: uuidv7(), name: 'срочно', color: 'red' }]);
    const hers = await BoardPage.signedIn(browser, product.url(), anna);
    const { page } = hers;
    await hers.open(listId);
    await page.keyboard.press('KeyC');
    await page.getByTestId('quick-add').fill('Починить экспорт @ivan #срочно !1 завтра в 9:00');
    await expect(page.getByTestId('quick-chips')).toContainText('срочно');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(hers.card('Починить экспорт')).toBeVisible();
    await expect(async () => {
      const task = (await rest.snapshot(anna, listId)).tasks.find(({ title }) => title === 'Починить экспорт');
      expect(task).toMatchObject({ priority: 1, assigneeIds: [ivan.userId] });
      expect(task?.labelIds).toHaveLength(1);
      expect(new Date(task?.dueAt ?? '').getHours()).toBe(9);
    }).toPass();

    await page.keyboard.press('Control+KeyK');
    await page.getByTestId('palette').getByRole('combobox').fill('экспорт');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('task-title')).toContainText('Починить экспорт');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+Slash');
    await expect(page.getByTestId('help')).toContainText('Command palette');
    await hers.close();
  });

  test('AViewAndItsFilterStandInTheAddress', async ({ browser }) => {
    const { listId, taskIds } = await listWith('Mine', 'Not mine');
    const [mine = ''] = taskIds;
    const dueAt = new Date(new Date().setHours(12, 0, 0, 0)).toISOString();
    await rest.run(anna, listId, [
      { type: 'assign', taskId: mine, userId: anna.userId },
      { type: 'editTask', taskId: mine, dueAt },
    ]);
    const hers = await BoardPage.signedIn(browser, product.url(), anna);
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
    await expect.poll(async () => (await taskNow(listId, mine))?.dueAt).toBe(tomorrow.replace('.000Z', 'Z'));
    await hers.close();
  });

  test('ThePastIsOnlyLookedAt', async ({ browser }) => {
    const { listId, taskIds } = await listWith('First words');
    const [taskId = ''] = taskIds;
    await rest.run(ivan, listId, [{ type: 'editTask', taskId, title: 'Second words' }]);
    const hers = await BoardPage.signedIn(browser, product.url(), anna);
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

  test('AnArchivedListIsOnlyRead', async ({ browser }) => {
    const { listId } = await listWith('Kept');
    const hers = await BoardPage.signedIn(browser, product.url(), anna);
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

  test('WhoWritesWhereIsSeenByTheOther', async ({ browser }) => {
    const { listId, taskIds } = await listWith('Shared words');
    const hers = await BoardPage.signedIn(browser, product.url(), anna);
    const his = await BoardPage.signedIn(browser, product.url(), ivan);
    await hers.open(listId);
    await his.page.goto(`/l/${listId}/t/${taskIds[0]}`);
    await his.page.getByTestId('add-description').click();
    await expect(hers.card('Shared words').getByTestId('editing')).toHaveText('Ivan Petrov is writing');
    await his.page.keyboard.press('Escape');
    await expect(hers.card('Shared words').getByTestId('editing')).toHaveCount(0);
    await his.close();
    await hers.close();
  });
});
