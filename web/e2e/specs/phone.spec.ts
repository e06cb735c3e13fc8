import { expect } from '@playwright/test';
import { BoardPage } from '../boardPage';
import { listWith, pair } from '../pair';
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
