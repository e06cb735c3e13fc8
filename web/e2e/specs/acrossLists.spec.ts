import { type Browser, expect } from '@playwright/test';
import { day, toInstant } from '@/lib/time';
import { uuidv7 } from '@/lib/uuidv7';
import { BoardPage } from '../boardPage';
import type { Product } from '../product';
import type { Rest, RestUser } from '../rest';
import { test } from '../test';

test.describe('across lists', () => {
  let anna: RestUser;
  let officeId: string;
  let shopId: string;
  const leaseId = uuidv7();

  test.beforeAll(async ({ rest }) => {
    anna = await rest.register('Анна Орлова');
    officeId = await rest.createList(anna, 'Office move');
    shopId = await rest.createList(anna, 'Shop');
    const office = (await rest.snapshot(anna, officeId)).sections[0]?.sectionId ?? '';
    const shop = (await rest.snapshot(anna, shopId)).sections[0]?.sectionId ?? '';
    await rest.run(anna, officeId, [
      {
        type: 'addTask',
        taskId: leaseId,
        sectionId: office,
        title: 'Sign the <i>lease</i>',
        description: 'Проверить договоры аренды',
      },
      {
        type: 'addTask',
        taskId: uuidv7(),
        sectionId: office,
        title: 'Pay the rent',
        dueAt: toInstant(Date.now() - day),
      },
    ]);
    await rest.run(anna, shopId, [
      {
        type: 'addTask',
        taskId: uuidv7(),
        sectionId: shop,
        title: 'Договор с банком',
        dueAt: toInstant(Date.now() + 3 * day),
      },
    ]);
    await seenBySearch(rest, 'договор', 2);
  });

  /** The tables follow the log within about a second. */
  const seenBySearch = (rest: Rest, words: string, count: number) =>
    expect
      .poll(async () => {
        const { body } = await rest.call('GET', `/api/search?q=${encodeURIComponent(words)}`, anna);
        return (body as { results: unknown[] }).results.length;
      })
      .toBe(count);

  test('SearchFindsInAnyListAndOpensTheTask', async ({ browser, product }) => {
    const { page, close } = await signedIn(browser, product);
    await page.getByTestId('rail').getByRole('link', { name: 'Search' }).click();
    await expect(page.getByTestId('search-words')).toBeFocused();
    await page.keyboard.insertText('договор');
    const hits = page.getByTestId('hit');
    await expect(hits).toHaveCount(2);
    const lease = hits.filter({ hasText: 'Sign the' });
    await expect(lease).toContainText('Office move');
    await expect(lease.locator('mark')).toHaveText('договоры');
    await expect(lease, 'what people wrote is never markup').toContainText('<i>lease</i>');

    await page.keyboard.press('ArrowDown');
    await expect(hits.first()).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(page.getByTestId('search-words')).toBeFocused();
    await lease.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('task-title')).toContainText('Sign the');
    await page.goBack();
    await expect(hits, 'Back shows what was found').toHaveCount(2);

    await page.getByTestId('search-words').fill('nowhere');
    await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
    await close();
  });

  test('SearchSaysWhenItCannotAnswerAndTriesAgain', async ({ browser, product }) => {
    const { page, close } = await signedIn(browser, product);
    await page.route('**/api/search*', (route) => route.fulfill({ status: 503, json: { code: 'unavailable' } }));
    await page.goto('/search?q=lease');
    const again = page.getByRole('button', { name: 'Try again' });
    await expect(again).toBeVisible();
    await page.unroute('**/api/search*');
    await again.click();
    await expect(page.getByTestId('hit')).toHaveCount(1);
    await close();
  });

  test('ThePaletteTakesWhatWasTypedToAllLists', async ({ browser, product }) => {
    const { page, open, close } = await signedIn(browser, product);
    await open(shopId);
    await page.keyboard.press('Control+KeyK');
    await expect(page.getByTestId('palette').getByRole('combobox')).toBeFocused();
    await page.keyboard.insertText('lease');
    await page.getByRole('option', { name: 'Search all lists: lease' }).click();
    await expect(page.getByTestId('hit')).toHaveText(/Sign the/);
    await close();
  });

  test('MyTasksOfAllListsStandUnderTheirDays', async ({ browser, product, rest }) => {
    const { page, close } = await signedIn(browser, product);
    await page.getByTestId('rail').getByRole('link', { name: 'My tasks' }).click();
    await expect(page.getByTestId('due-overdue').getByTestId('hit')).toContainText('Pay the rent');
    await expect(page.getByTestId('due-week').getByTestId('hit')).toContainText('Договор с банком');
    await expect(page.getByTestId('due-none')).toHaveCount(0);

    await rest.run(anna, officeId, [{ type: 'assign', taskId: leaseId, userId: anna.userId }]);
    await page.getByRole('button', { name: 'Only mine' }).click();
    await expect(async () => {
      await page.reload();
      await expect(page.getByTestId('due-none').getByTestId('hit')).toContainText('Sign the', { timeout: 1_000 });
    }).toPass();
    await expect(page.getByTestId('due-overdue')).toHaveCount(0);
    await page.getByTestId('hit').click();
    await expect(page.getByTestId('task-title')).toContainText('Sign the');
    await close();
  });

  test('WhatIsDueSoonIsCompletedWithoutOpeningItsList', async ({ browser, product, rest }) => {
    const taskId = uuidv7();
    const sectionId = (await rest.snapshot(anna, officeId)).sections[0]?.sectionId ?? '';
    const dueAt = toInstant(Date.now() + day);
    await rest.run(anna, officeId, [{ type: 'addTask', taskId, sectionId, title: 'Water the plants', dueAt }]);
    await seenBySearch(rest, 'plants', 1);
    const { page, close } = await signedIn(browser, product);
    await page.getByTestId('rail').getByRole('link', { name: 'Due soon' }).click();
    const line = page.getByRole('listitem').filter({ hasText: 'Water the plants' });
    await line.getByTestId('done').click();
    await expect(line.getByTestId('done')).toHaveAttribute('aria-pressed', 'true');
    const completed = async () =>
      (await rest.snapshot(anna, officeId)).tasks.find((task) => task.taskId === taskId)?.completedAt !== undefined;
    await expect.poll(completed).toBe(true);
    await line.getByTestId('done').click();
    await expect.poll(completed).toBe(false);
    await close();
  });

  test('ATaskMovesToAnotherListAndIsThereAtOnce', async ({ browser, product, rest }) => {
    const taskId = uuidv7();
    const sectionId = (await rest.snapshot(anna, officeId)).sections[0]?.sectionId ?? '';
    await rest.run(anna, officeId, [{ type: 'addTask', taskId, sectionId, title: 'Order chairs' }]);
    const { page, open, close } = await signedIn(browser, product);
    await open(officeId);
    const card = page.getByTestId('card').filter({ hasText: 'Order chairs' });
    await card.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Move to another list…' }).click();
    const dialog = page.getByTestId('transfer');
    await expect(dialog.getByRole('combobox', { name: 'List' })).toHaveText('Shop');
    await dialog.getByRole('combobox', { name: 'Section' }).click();
    await page.getByRole('option', { name: 'Done' }).click();
    await dialog.getByRole('button', { name: 'Move' }).click();
    await expect(page.getByText('Moved to “Shop”.')).toBeVisible();
    await expect(card).toHaveCount(0);
    const shop = await rest.snapshot(anna, shopId);
    expect(shop.sections.find(({ name }) => name === 'Done')?.taskIds).toEqual([taskId]);
    await close();
  });

  async function signedIn(browser: Browser, product: Product) {
    const board = await BoardPage.signedIn(browser, product.url(), anna);
    await board.page.goto('/');
    return { page: board.page, open: (id: string) => board.open(id), close: () => board.close() };
  }
});
