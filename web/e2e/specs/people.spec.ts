import { expect } from '@playwright/test';
import { BoardPage } from '../boardPage';
import { listWith, pair } from '../pair';
import { test } from '../test';

// What people see of each other.
test('WhoIsHereIsSeenAndWhatOthersDidIsSaid', async ({ browser, product, rest }) => {
  const people = await pair(rest);
  const { listId, taskIds } = await listWith(rest, people, 'Paint the walls');
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna);
  const { page } = hers;
  await hers.open(listId);
  const faces = page.getByTestId('members-button');
  await expect(faces).toHaveAccessibleName('2 members, 1 here now');
  const his = await BoardPage.signedIn(browser, product.url(), people.ivan);
  await his.open(listId);
  await expect(faces).toHaveAccessibleName('2 members, 2 here now');

  await his.card('Paint the walls').focus();
  await his.page.keyboard.press('Space');
  await expect(hers.card('Paint the walls')).toHaveAttribute('data-done', 'true');
  await expect(page.getByText('Others changed 1 task', { exact: true }), 'for whoever cannot see it').toBeAttached();
  await his.close();
  await expect(faces).toHaveAccessibleName('2 members, 1 here now');

  await rest.run(people.anna, listId, [{ type: 'deleteTask', taskId: taskIds[0] ?? '' }]);
  await hers.close();
});

test('WhatConcernsSomebodyIsInTheInboxAtOnce', async ({ browser, product, rest }) => {
  const people = await pair(rest);
  const { listId, taskIds } = await listWith(rest, people, 'Sign the lease');
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna);
  const { page } = hers;
  await page.goto('/');
  const link = page.getByTestId('rail').getByRole('link', { name: /^Inbox/ });
  await expect(link).toHaveText('Inbox');
  await rest.run(people.ivan, listId, [{ type: 'assign', taskId: taskIds[0] ?? '', userId: people.anna.userId }]);
  await expect(link, 'without a reload').toHaveAccessibleName(/1 unread/);
  await link.click();
  await page.getByRole('link', { name: 'You were assigned “Sign the lease”' }).click();
  await expect(page.getByTestId('task-title')).toContainText('Sign the lease');
  await page.goBack();
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(link).toHaveAccessibleName('Inbox');
  await page.reload();
  await expect(page.getByRole('link', { name: 'You were assigned “Sign the lease”' })).toBeVisible();
  await expect(link).toHaveAccessibleName('Inbox');
  await hers.close();
});

test('AnOwnerChangesARoleAndRemovesAMember', async ({ browser, product, rest }) => {
  const people = await pair(rest);
  const { listId } = await listWith(rest, people, 'Kept');
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna);
  const his = await BoardPage.signedIn(browser, product.url(), people.ivan);
  await hers.open(listId);
  await his.open(listId);
  await hers.page.getByTestId('members-button').click();
  await hers.page.getByRole('combobox', { name: 'Role of Ivan Petrov' }).click();
  await hers.page.getByRole('option', { name: /^Viewer/ }).click();
  await expect(his.page.getByTestId('add-task'), 'taken away while he looks').toHaveCount(0);

  await hers.page.getByRole('button', { name: 'Remove Ivan Petrov' }).click();
  await hers.page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(his.page.getByText('This list is not available')).toBeVisible();
  await expect(hers.page.getByTestId('members').getByRole('listitem')).toHaveCount(1);
  await hers.close();
  await his.close();
});
