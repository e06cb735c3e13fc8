import { expect } from '@playwright/test';
import { uuidv7 } from '@/lib/uuidv7';
import { BoardPage } from '../boardPage';
import type { RestUser } from '../rest';
import { test } from '../test';

test.describe('what was', () => {
  let anna: RestUser;
  let ivan: RestUser;
  let listId: string;

  test.beforeAll(async ({ rest }) => {
    anna = await rest.register('Анна Орлова');
    ivan = await rest.register('Ivan Petrov');
    listId = await rest.createList(anna, 'Office move');
    await rest.share(anna, listId, 'editor', ivan);
  });

  test('AnyChangeIsSeenWithWhatStoodBeforeAndUndone', async ({ browser, product, rest }) => {
    const sectionId = (await rest.snapshot(anna, listId)).sections[0]?.sectionId ?? '';
    const taskId = uuidv7();
    await rest.run(anna, listId, [{ type: 'addTask', taskId, sectionId, title: 'First words' }]);
    await rest.run(ivan, listId, [{ type: 'editTask', taskId, title: 'Second words' }]);
    const hers = await BoardPage.signedIn(browser, product.url(), anna);
    const { page } = hers;
    await hers.open(listId);
    await hers.card('Second words').click();
    await page.getByTestId('tab-history').click();
    const newest = page.getByTestId('history-row').first();
    await expect(newest).toContainText('Ivan Petrov');
    await expect(newest.locator('del')).toContainText('First words');
    await newest.getByRole('button', { name: 'Undo this' }).click();
    await expect(page.getByTestId('task-title')).toContainText('First words');
    await hers.close();
  });

  test('ADeletedListComesBack', async ({ browser, product }) => {
    const hers = await BoardPage.signedIn(browser, product.url(), anna);
    const { page } = hers;
    await hers.open(listId);
    await page.getByTestId('list-menu').click();
    await page.getByRole('menuitem', { name: 'Delete the list' }).click();
    await expect(page.getByTestId('home')).toBeVisible();
    await page.getByTestId('deleted-lists').getByRole('button', { name: 'Restore' }).click();
    await expect(page.getByTestId('deleted-lists')).toHaveCount(0);
    await hers.open(listId);
    await hers.close();
  });
});
