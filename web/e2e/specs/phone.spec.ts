import { expect } from '@playwright/test';
import { BoardPage } from '../boardPage';
import { listWith, pair, taskNow } from '../pair';
import { test } from '../test';

test('OnAPhoneATaskIsAddedOpenedAndMovedByTaps', async ({ browser, product, rest }) => {
  const people = await pair(rest);
  const { listId } = await listWith(rest, people, 'Sign the lease');
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna, phone);
  const { page } = hers;
  await hers.open(listId);
  const tab = (name: string) => page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}`) });
  await expect(hers.section('To do')).toBeInViewport({ ratio: 0.9 });
  await expect(hers.section('Done')).not.toBeInViewport();

  const add = hers.section('To do').getByTestId('add-task');
  expect((await add.boundingBox())?.y, 'in reach of a thumb').toBeGreaterThan(600);
  await add.tap();
  await page.getByTestId('quick-add').fill('Order boxes');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');

  await hers.card('Order boxes').tap();
  const sheet = await page.getByTestId('task-panel').boundingBox();
  expect(sheet?.width, 'the task has the whole screen').toBe(390);
  await page.getByTestId('task-panel').getByRole('button', { name: 'Move to…' }).tap();
  await page.getByTestId('move').getByRole('combobox', { name: 'Section' }).tap();
  await page.getByRole('option', { name: 'Done' }).tap();
  await page.getByTestId('move').getByRole('button', { name: 'Move', exact: true }).tap();
  await page.getByRole('button', { name: 'Close the task' }).tap();

  await tab('Done').tap();
  await expect(hers.section('Done')).toBeInViewport({ ratio: 0.9 });
  await expect(tab('Done')).toHaveAttribute('aria-current', 'true');
  await expect(hers.card('Order boxes')).toBeInViewport();
  await hers.close();
});

test('OnAPhoneTheCalendarShowsDotsAndReadsOutOneDay', async ({ browser, product, rest }) => {
  const people = await pair(rest);
  const { listId, taskIds } = await listWith(rest, people, 'Sign the lease', 'Find a lawyer', 'Later');
  const [first = '', second = '', later = ''] = taskIds;
  const due = (taskId: string, day: number) => ({
    type: 'editTask' as const,
    taskId,
    dueAt: new Date(2031, 4, day, 12).toISOString(),
  });
  await rest.run(people.anna, listId, [due(first, 14), due(second, 14), due(later, 20)]);
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna, { viewport: { width: 390, height: 844 } });
  const { page } = hers;
  await page.goto(`/l/${listId}?view=calendar&day=2031-05-20`);
  const agenda = page.locator('[data-date]');
  const cell = (day: string) => page.getByRole('button', { name: new RegExp(`May ${day}, 2031`) });
  await expect(agenda.getByTestId('calendar-task')).toHaveText(['Later']);
  await expect(cell('14')).toHaveAccessibleName(/2 tasks$/);
  await cell('14').click();
  await expect(cell('14')).toHaveAttribute('aria-pressed', 'true');
  await expect(agenda.getByTestId('calendar-task')).toHaveText(['Sign the lease', 'Find a lawyer']);
  await agenda.getByTestId('calendar-task').first().focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(agenda).toHaveAttribute('data-date', /May 21 2031/);
  await expect(agenda.getByTestId('calendar-task')).toBeFocused();
  await expect.poll(async () => (await taskNow(rest, people, listId, first))?.dueAt).toMatch(/^2031-05-21/);

  await page.goto(`/l/${listId}?view=calendar&day=2031-05-20&span=week`);
  await expect(page.locator('[data-date]')).toHaveCount(7);
  await page.getByTestId('calendar-task').getByText('Later').click();
  await expect(page.getByTestId('task-panel')).toBeVisible();
  await hers.close();
});
