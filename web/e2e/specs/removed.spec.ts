import { expect, type Locator } from '@playwright/test';
import { uuidv7 } from '@/lib/uuidv7';
import { BoardPage } from '../boardPage';
import { listWith, pair } from '../pair';
import { test } from '../test';

test('WhatIsRemovedUnderTheFocusHandsItOn', async ({ browser, product, rest }) => {
  const people = await pair(rest);
  const { listId, taskIds } = await listWith(rest, people, 'Sign the lease');
  const [taskId = ''] = taskIds;
  await rest.run(people.anna, listId, [
    ...['Measure', 'Order'].map((text) => ({ type: 'addChecklistItem' as const, taskId, itemId: uuidv7(), text })),
    ...['First', 'Second'].map((text) => ({ type: 'addComment' as const, taskId, commentId: uuidv7(), text })),
  ]);
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna);
  const { page } = hers;
  await page.goto(`/l/${listId}/t/${taskId}`);
  const panel = page.getByTestId('task-panel');
  const remove = async (button: Locator, next: Locator, row = button) => {
    // What can be done with a row shows itself once the row has the focus.
    await row.focus();
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(next).toBeFocused();
  };
  const item = (text: string) => panel.getByRole('button', { name: `Delete: ${text}` });
  const box = (text: string) => panel.getByRole('checkbox', { name: text });
  const comment = (text: string) =>
    panel.getByTestId('comment-row').filter({ hasText: text }).getByRole('button', { name: 'Delete the comment' });

  const up = panel.getByRole('button', { name: 'Move up: Order' });
  await remove(up, panel.getByRole('button', { name: 'Move down: Order' }), box('Order'));
  await remove(item('Order'), box('Measure'));
  await remove(item('Measure'), panel.getByTestId('add-item'), box('Measure'));
  await remove(comment('First'), comment('Second'));
  await remove(comment('Second'), panel.getByTestId('comment'));
  await page.getByTestId('tab-comments').focus();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);

  await page.getByTestId('members-button').click();
  const members = page.getByTestId('members');
  await members.getByRole('button', { name: 'Remove Ivan Petrov' }).click();
  await page.getByTestId('confirm').getByRole('button', { name: 'Remove' }).press('Enter');
  await expect(members.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(members).toHaveCount(0);
  await expect(page.getByTestId('members-button')).toBeFocused();
  await hers.close();
});
