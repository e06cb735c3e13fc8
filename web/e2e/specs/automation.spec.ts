import { expect } from '@playwright/test';
import { BoardPage } from '../boardPage';
import { test } from '../test';

// What people set up for their scripts and other programs.
test('ATokenIsShownOnceWorksAndIsRevoked', async ({ browser, product, rest }) => {
  const anna = await rest.register('Анна Орлова');
  const board = await BoardPage.signedIn(browser, product.url(), anna);
  const { page } = board;
  await page.goto('/');
  await page.getByTestId('profile').click();
  await page.getByRole('menuitem', { name: 'Settings' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Weekly report');
  await page.getByRole('button', { name: 'Create token' }).click();
  const token = await page.getByTestId('new-token').inputValue();
  expect(token).toMatch(/^tasklist_pat_/);

  const asScript = { ...anna, token };
  expect((await rest.call('GET', '/api/me', asScript)).status).toBe(200);
  expect((await rest.call('POST', '/api/lists', asScript, { name: 'No' })).status).toBe(403);
  await page.getByRole('button', { name: 'Revoke the token Weekly report' }).click();
  await expect(page.getByTestId('tokens')).toHaveCount(0);
  expect((await rest.call('GET', '/api/me', asScript)).status).toBe(401);
  await board.close();
});

test('ReminderWebhookAndArchiveAreAFewPressesAway', async ({ browser, product, rest }) => {
  const anna = await rest.register('Анна Орлова');
  const listId = await rest.createList(anna, 'Office move');
  const board = await BoardPage.signedIn(browser, product.url(), anna);
  const { page } = board;
  await page.goto('/settings');
  await page.getByRole('combobox', { name: 'Remind me' }).click();
  await page.getByRole('option', { name: 'A day before' }).click();
  await expect
    .poll(async () => ((await rest.call('GET', '/api/me', anna)).body as { reminder: string }).reminder)
    .toBe('dayBefore');

  await board.open(listId);
  const openWebhooks = async () => {
    await page.getByTestId('list-menu').click();
    await page.getByRole('menuitem', { name: 'Webhooks…' }).click();
    return page.getByTestId('webhooks');
  };
  let dialog = await openWebhooks();
  await dialog.getByRole('textbox', { name: 'Address' }).fill('https://board.example.org/hook');
  await dialog.getByRole('button', { name: 'Add webhook' }).click();
  await expect(dialog.getByTestId('webhook-secret')).toHaveValue(/^whsec_/);
  await dialog.getByRole('button', { name: 'Pause' }).click();
  await expect(dialog.getByText('Paused: by an owner')).toBeVisible();
  await page.keyboard.press('Escape');
  dialog = await openWebhooks();
  await expect(dialog.getByTestId('webhook-secret')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(dialog.getByText('No webhooks yet.')).toBeVisible();
  await expect(dialog.locator(':focus'), 'the button that had the focus is gone, the focus stays').toHaveCount(1);
  await page.keyboard.press('Escape');

  await page.getByTestId('list-menu').click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await page.goto('/');
  // The set of lists follows the log within a moment, and says so.
  await expect(page.getByTestId('archived-lists').getByRole('link', { name: /Office move/ })).toBeVisible();
  await board.close();
});
