import { expect } from '@playwright/test';
import { BoardPage } from '../boardPage';
import { expectAgreement } from '../checks';
import { keptCommandIds } from '../kept';
import { LossyLine } from '../lossyLine';
import { listWith, type Pair, pair } from '../pair';
import { test } from '../test';
import { until } from '../wait';

// What is done without a connection, and what becomes of it.
let people: Pair;
test.beforeAll(async ({ rest }) => {
  people = await pair(rest);
});

const added = 40;
const moved = 80;
const commands = added + 2 * moved;

test('TwoHundredCommandsMadeOfflineAreInTheLogOnceThroughReloadsAndLostAnswers', async ({ browser, product, rest }) => {
  test.setTimeout(180_000);
  const { listId } = await listWith(rest, people, 'Theirs', 'Hers');
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna);
  const his = await BoardPage.signedIn(browser, product.url(), people.ivan);
  const line = await LossyLine.on(hers.page);
  await hers.open(listId);
  await his.open(listId);
  const connection = hers.page.getByTestId('connection');

  await line.down();
  await expect(connection).toHaveAttribute('data-kind', 'offline');
  await hers.card('Hers').focus();
  for (let at = 0; at < moved; at++) {
    for (const key of ['Space', at % 2 === 0 ? 'Alt+ArrowUp' : 'Alt+ArrowDown']) await hers.page.keyboard.press(key);
  }
  await hers.section('To do').getByTestId('add-task').click();
  for (let at = 1; at <= added; at++) {
    await hers.page.getByTestId('quick-add').fill(`Offline ${at}`);
    await hers.page.keyboard.press('Enter');
  }
  await hers.page.keyboard.press('Escape');
  await expect(connection).toHaveAttribute('data-unsent', String(commands));
  await expect.poll(async () => (await keptCommandIds(hers.page)).length).toBe(commands);
  const made = await keptCommandIds(hers.page);

  // Meanwhile the other goes on: with what she has in her hands, and around it.
  const { sections } = await rest.snapshot(people.ivan, listId);
  const [toDo = '', inProgress = ''] = sections.map(({ sectionId }) => sectionId);
  const [, hersId = ''] = sections[0]?.taskIds ?? [];
  await rest.run(people.ivan, listId, [
    { type: 'renameSection', sectionId: toDo, name: 'Next' },
    { type: 'editTask', taskId: hersId, title: 'Hers, as he calls it' },
    { type: 'moveTask', taskId: hersId, sectionId: inProgress, afterTaskId: null },
  ]);
  await his.add('In progress', 'His own');

  const arrived = async () => {
    const log = await rest.log(people.anna, listId);
    return log.filter(({ commandId }) => made.includes(commandId)).map(({ commandId }) => commandId);
  };
  line.isLossy = true;
  line.up();
  await hers.page.reload();
  await until(async () => (await arrived()).length >= 30, 60_000, 'the first of her commands');
  await hers.page.reload();
  await his.add('In progress', 'His own, later');
  await expect(connection).toHaveAttribute('data-unsent', '0', { timeout: 90_000 });

  expect(line.lostAnswers, 'the line was bad').toBeGreaterThan(10);
  expect((await arrived()).sort(), 'each of them, once').toEqual(made);
  const log = await rest.log(people.anna, listId);
  expect(log.map(({ version }) => version)).toEqual(log.map((_, at) => at + 1));
  // Each is put down as acknowledged first, and then struck off.
  await expect.poll(() => keptCommandIds(hers.page)).toEqual([]);
  line.isLossy = false;
  for (const each of [hers, his]) await each.expectPicture(await his.picture());
  await expectAgreement(rest, people.anna, listId, [his]);
  await hers.close();
  await his.close();
});

test('ATabThatCrashesLeavesItsWorkToTheOneBesideIt', async ({ browser, product, rest }) => {
  const { listId } = await listWith(rest, people, 'Here');
  const first = await BoardPage.signedIn(browser, product.url(), people.anna);
  await first.open(listId);
  const beside = await first.anotherTab();
  const line = await LossyLine.on(beside.page);
  await beside.open(listId);
  await line.down();
  await expect(beside.page.getByTestId('connection')).toHaveAttribute('data-kind', 'offline');
  for (const title of ['One', 'Two', 'Three']) await beside.add('To do', title);
  await expect.poll(() => keptCommandIds(first.page)).toHaveLength(3);
  const made = await keptCommandIds(first.page);
  // It never comes to load: the page is gone with its process.
  beside.page.goto('chrome://crash').catch(() => undefined);
  await expect(first.card('Three'), 'within two heads of the log').toBeVisible({ timeout: 40_000 });
  const log = await rest.log(people.anna, listId);
  expect(log.slice(-3).map(({ commandId }) => commandId)).toEqual(made);
  await expect.poll(() => keptCommandIds(first.page)).toEqual([]);
  await first.close();
});

test('ASessionThatEndedKeepsWhatIsUnsentForTheNextSignIn', async ({ browser, product, rest }) => {
  const { listId } = await listWith(rest, people, 'Here');
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna);
  const { page } = hers;
  const line = await LossyLine.on(page);
  await hers.open(listId);
  await line.down();
  await expect(page.getByTestId('connection')).toHaveAttribute('data-kind', 'offline');
  await hers.add('To do', 'Made while nobody was signed in');
  await expect(page.getByTestId('connection')).toHaveAttribute('data-unsent', '1');
  const answer = await hers.context.request.post('/api/auth/logout', { headers: { 'X-TaskList': '1' } });
  expect(answer.ok()).toBe(true);
  line.up();
  await page.reload();
  await expect(page.getByTestId('sign-in')).toBeVisible();
  expect(await keptCommandIds(page)).toHaveLength(1);
  await page.locator('input[name=email]').fill(people.anna.email);
  await page.locator('input[name=password]').fill(people.anna.password);
  await page.getByTestId('sign-in').locator('button[type=submit]').click();
  await expect(hers.card('Made while nobody was signed in'), 'back where she was').toBeVisible();
  await expect(page.getByTestId('connection')).toHaveAttribute('data-unsent', '0');
  expect((await rest.snapshot(people.anna, listId)).tasks).toHaveLength(2);
  await hers.close();
});

test('WordsForATaskThatIsGoneCanBeCopied', async ({ browser, product, rest }) => {
  const { listId, taskIds } = await listWith(rest, people, 'Doomed', 'Also doomed');
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna);
  const { page } = hers;
  await hers.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const line = await LossyLine.on(page);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());

  // Sent, but refused: the task is gone.
  await page.goto(`/l/${listId}/t/${taskIds[0]}`);
  await expect(page.getByTestId('comment')).toBeVisible();
  await line.down();
  await page.getByTestId('comment').fill('Long thoughts about it');
  await page.getByTestId('comment').press('Control+Enter');
  await expect(page.getByTestId('connection')).toHaveAttribute('data-unsent', '1');
  await rest.run(people.ivan, listId, [{ type: 'deleteTask', taskId: taskIds[0] ?? '' }]);
  line.up();
  await page.getByTestId('toasts').getByRole('button', { name: 'Copy text' }).click({ timeout: 60_000 });
  expect(await copied()).toBe('Long thoughts about it');

  // Not even sent: still being written when somebody deletes the task, and still there after a reload.
  await page.goto(`/l/${listId}/t/${taskIds[1]}`);
  await page.getByTestId('comment').fill('Half a thought');
  await hers.section('To do').getByTestId('add-task').click();
  await page.getByTestId('quick-add').fill('Half a task');
  await rest.run(people.ivan, listId, [{ type: 'deleteTask', taskId: taskIds[1] ?? '' }]);
  await expect(page.getByTestId('kept-text')).toContainText('Half a thought');
  await page.reload();
  await page.getByTestId('kept-text').getByRole('button', { name: 'Copy text' }).click();
  await expect(page.getByTestId('kept-text')).toHaveCount(0);
  expect(await copied()).toBe('Half a thought');
  await hers.section('To do').getByTestId('add-task').click();
  await expect(page.getByTestId('quick-add')).toHaveValue('Half a task');
  await hers.close();
});
