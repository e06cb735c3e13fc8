import { expect } from '@playwright/test';
import { uuidv7 } from '@/lib/uuidv7';
import { BoardPage } from '../boardPage';
import { listWith, type Pair, pair } from '../pair';
import { test } from '../test';

// What hands on the keyboard do all day.
let people: Pair;
test.beforeAll(async ({ rest }) => {
  people = await pair(rest);
});

test('OwnDeedsAreUndoneAndRedoneAndSeveralAreOneChange', async ({ browser, product, rest }) => {
  const { listId } = await listWith(rest, people, 'One', 'Two', 'Three', 'Four');
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna);
  const { page } = hers;
  await hers.open(listId);
  const done = page.locator('[data-testid=card][data-done]');
  const { version } = await rest.snapshot(people.anna, listId);

  await hers.card('One').focus();
  await page.keyboard.press('KeyX');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByTestId('selection')).toContainText('3 selected');
  await page.keyboard.press('Space');
  await expect(done).toHaveCount(3);
  await expect(page.getByTestId('connection')).toHaveAttribute('data-unsent', '0');
  expect((await rest.snapshot(people.anna, listId)).version, 'three tasks, one change').toBe(version + 1);

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

test('ALineIsReadInBothLanguagesAndThePaletteFindsIt', async ({ browser, product, rest }) => {
  const { listId } = await listWith(rest, people, 'Old task');
  await rest.run(people.anna, listId, [{ type: 'defineLabel', labelId: uuidv7(), name: 'срочно', color: 'red' }]);
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna);
  const { page } = hers;
  await hers.open(listId);
  await page.keyboard.press('KeyC');
  await page.getByTestId('quick-add').fill('Починить экспорт @ivan #срочно !1 завтра в 9:00');
  await expect(page.getByTestId('quick-chips')).toContainText('срочно');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('KeyC');
  await page.getByTestId('quick-add').fill('Mend the export @ivan #срочно !1 tomorrow 9:00');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  for (const words of ['Починить экспорт', 'Mend the export']) {
    await expect(hers.card(words)).toBeVisible();
    await expect(async () => {
      const task = (await rest.snapshot(people.anna, listId)).tasks.find(({ title }) => title === words);
      expect(task).toMatchObject({ priority: 1, assigneeIds: [people.ivan.userId] });
      expect(task?.labelIds).toHaveLength(1);
      expect(new Date(task?.dueAt ?? '').getHours()).toBe(9);
    }).toPass();
  }

  await page.keyboard.press('Control+KeyK');
  await page.getByTestId('palette').getByRole('combobox').fill('экспорт');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('task-title')).toContainText('Починить экспорт');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Slash');
  await expect(page.getByTestId('help')).toContainText('Command palette');
  await hers.close();
});

test('KeysWalkSelectASectionAndShowOnlyOnesOwn', async ({ browser, product, rest }) => {
  const { listId, taskIds } = await listWith(rest, people, 'One', 'Two', 'Three');
  await rest.run(people.anna, listId, [{ type: 'assign', taskId: taskIds[1] ?? '', userId: people.anna.userId }]);
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna);
  const { page } = hers;
  await hers.open(listId);
  await hers.card('One').focus();
  await page.keyboard.press('KeyJ');
  await expect(hers.card('Two')).toBeFocused();
  await page.keyboard.press('Control+KeyA');
  await expect(page.getByTestId('selection')).toContainText('3 selected');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('selection')).toHaveCount(0);
  await page.keyboard.press('KeyQ');
  await expect(page.getByTestId('card')).toHaveText([/Two/]);
  await page.keyboard.press('KeyQ');
  await expect(page.getByTestId('card')).toHaveCount(3);
  await page.keyboard.press('KeyC');
  await page.getByTestId('quick-add').fill('Four');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('task-title')).toContainText('Four');
  await hers.close();
});

test('AFoldedSectionStaysFoldedAndOpensForACard', async ({ browser, product, rest }) => {
  const { listId } = await listWith(rest, people, 'One');
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna);
  const { page } = hers;
  await hers.open(listId);
  await page.getByRole('button', { name: 'Section In progress: actions' }).click();
  await page.getByRole('menuitem', { name: 'Fold away' }).click();
  const folded = page.getByTestId('folded-section');
  await expect(folded).toHaveText(/In progress/);
  await expect(folded.getByRole('button')).toBeFocused();
  await page.reload();
  await expect(folded).toHaveText(/In progress/);
  await hers.card('One').focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(hers.section('Done').getByTestId('card'), 'the folded one is stepped over').toHaveText(/One/);
  await folded.getByRole('button').click();
  await expect(hers.section('In progress')).toBeVisible();
  await expect(folded).toHaveCount(0);
  await hers.close();
});
