import { expect } from '@playwright/test';
import { BoardPage } from '../boardPage';
import { Hub } from '../hub';
import type { RestUser } from '../rest';
import { test } from '../test';

test.describe('two people on one list', () => {
  let anna: RestUser;
  let ivan: RestUser;
  let listId: string;

  test.beforeAll(async ({ rest }) => {
    anna = await rest.register('Анна Орлова');
    ivan = await rest.register('Ivan Petrov');
    listId = await rest.createList(anna, 'Office move');
    await rest.share(anna, listId, 'editor', ivan);
  });

  test('EachSeesWhatTheOtherDoesWithoutReload', async ({ browser, product, rest }) => {
    const sections = (await rest.snapshot(anna, listId)).sections.map((section) => section.name);
    const [first = '', second = ''] = sections;
    const hers = await BoardPage.signedIn(browser, product.url(), anna);
    const his = await BoardPage.signedIn(browser, product.url(), ivan);
    await hers.open(listId);
    await his.open(listId);

    await hers.add(first, 'Купить краску');
    await expect(his.section(first).getByText('Купить краску')).toBeVisible();

    await his.card('Купить краску').focus();
    await his.page.keyboard.press('F2');
    await his.page.keyboard.insertText('Купить белую краску');
    await his.page.keyboard.press('Enter');
    await expect(hers.card('Купить белую краску')).toBeVisible();

    await hers.card('Купить белую краску').dragTo(hers.section(second));
    await expect(his.section(second).getByText('Купить белую краску')).toBeVisible();

    await his.card('Купить белую краску').focus();
    await his.page.keyboard.press('Space');
    await expect(hers.card('Купить белую краску')).toHaveAttribute('data-done', 'true');

    await hers.card('Купить белую краску').focus();
    await hers.page.keyboard.press('Delete');
    await expect(his.card('Купить белую краску')).toHaveCount(0);

    await hers.page.getByTestId('toasts').getByRole('button', { name: 'Undo' }).click();
    await expect(his.section(second).getByText('Купить белую краску')).toBeVisible();

    await hers.expectNoReload();
    await his.expectNoReload();
    expect(await hers.picture()).toEqual(await his.picture());
    await hers.close();
    await his.close();
  });

  test('MovesByKeyboardAndByDialogReachTheOther', async ({ browser, product, rest }) => {
    const [first = '', second = '', third = ''] = (await rest.snapshot(anna, listId)).sections.map((each) => each.name);
    const hers = await BoardPage.signedIn(browser, product.url(), anna);
    const his = await BoardPage.signedIn(browser, product.url(), ivan);
    await hers.open(listId);
    await his.open(listId);
    await hers.add(first, 'Order spare keys');

    await hers.card('Order spare keys').focus();
    await hers.page.keyboard.press('Alt+ArrowRight');
    await expect(his.section(second).getByText('Order spare keys')).toBeVisible();
    await expect(hers.card('Order spare keys')).toBeFocused();

    await hers.page.keyboard.press('KeyM');
    await hers.page.getByTestId('move').getByRole('combobox', { name: 'Section' }).click();
    await hers.page.getByRole('option', { name: third }).click();
    await hers.page.getByTestId('move').getByRole('button', { name: 'Move', exact: true }).click();
    await expect(his.section(third).getByText('Order spare keys')).toBeVisible();
    await hers.close();
    await his.close();
  });

  test('AViewerSeesEverythingAndIsOfferedNothing', async ({ browser, product, rest }) => {
    const vera = await rest.register('Вера');
    await rest.share(anna, listId, 'viewer', vera);
    const hers = await BoardPage.signedIn(browser, product.url(), vera);
    await hers.open(listId);
    await expect(hers.card('Order spare keys')).toBeVisible();
    for (const id of ['add-task', 'add-section', 'list-name']) await expect(hers.page.getByTestId(id)).toHaveCount(0);
    await expect(hers.page.getByRole('button', { name: 'Share', exact: true })).toHaveCount(0);

    await hers.card('Order spare keys').focus();
    for (const key of ['Space', 'Delete', 'F2', 'KeyM', 'Alt+ArrowLeft']) await hers.page.keyboard.press(key);
    await expect(hers.page.getByTestId('connection')).toHaveAttribute('data-unsent', '0');
    await expect(hers.page.getByTestId('move')).toHaveCount(0);

    await hers.page.keyboard.press('Enter');
    await expect(hers.page.getByTestId('task-panel')).toBeVisible();
    await expect(hers.page.getByTestId('comment')).toHaveCount(0);

    // Her role is raised while she looks: what it brings appears by itself.
    await rest.run(anna, listId, [{ type: 'setMemberRole', userId: vera.userId, role: 'commenter' }]);
    await expect(hers.page.getByTestId('comment')).toBeVisible();
    await expect(hers.page.getByTestId('toggle-task')).toHaveCount(0);

    // And once she is removed, nothing of the list stays on her screen.
    await rest.run(anna, listId, [{ type: 'removeMember', userId: vera.userId }]);
    await expect(hers.page.getByText('This list is not available')).toBeVisible();
    await expect(hers.page.getByTestId('card')).toHaveCount(0);
    await hers.close();
  });

  test('WhoIsNoMemberFindsNothing', async ({ product, rest }) => {
    const olga = await rest.register('Olga');
    for (const path of ['', '/changes?after=0', '/people']) {
      const answer = await rest.call('GET', `/api/lists/${listId}${path}`, olga);
      expect(answer.status).toBe(404);
      expect(answer.body).toMatchObject({ code: 'listNotFound' });
    }
    const hub = await Hub.connect(product.url(), olga);
    await expect(hub.open(listId)).rejects.toThrow(/listNotFound$/);
    const command = { type: 'renameList', name: 'Mine now', commandId: crypto.randomUUID() } as const;
    expect(await hub.execute(listId, command)).toMatchObject({ accepted: false, code: 'listNotFound' });
    await hub.close();
  });
});
