import { expect, type Locator, type Page } from '@playwright/test';
import { BoardPage } from '../boardPage';
import { LossyLine } from '../lossyLine';
import { listWith, type Pair, pair } from '../pair';
import { test } from '../test';

// Where the focus is, so that everything works by keyboard alone: back where it came from, and never nowhere.
let people: Pair;
test.beforeAll(async ({ rest }) => {
  people = await pair(rest);
});

interface Opened {
  readonly name: string;
  readonly from: Locator;
  /** What is pressed there instead of Enter. */
  readonly keys?: string;
  /** The entry of the menu that comes then. */
  readonly entry?: RegExp;
  readonly shows: Locator;
}

async function opensAndGivesBack(page: Page, { name, from, keys, entry, shows }: Opened): Promise<void> {
  await from.focus();
  await page.keyboard.press(keys ?? 'Enter');
  if (entry) {
    const item = page.getByRole('menuitem', { name: entry });
    await item.focus();
    await page.keyboard.press('Enter');
  }
  await expect(shows, `${name} opens`).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(shows, `${name} closes`).toHaveCount(0);
  await expect(from, `after ${name}`).toBeFocused();
}

test('TheFocusGoesBackToWhereItCameFrom', async ({ browser, product, rest }) => {
  const { listId } = await listWith(rest, people, 'Sign the lease', 'Find a lawyer');
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna);
  const { page } = hers;
  const menu = page.getByRole('menu');
  // Menus are papers, too, and fade out while the next thing opens.
  const popover = page.locator('.MuiPopover-paper:not(.MuiMenu-paper)');
  const dialog = page.getByRole('dialog');
  await page.goto('/');
  const home = page.getByTestId('home');
  const profile = page.getByTestId('profile');
  const onHome: Opened[] = [
    { name: 'new list', from: home.getByRole('button', { name: 'New list' }), shows: page.getByTestId('new-list') },
    { name: 'import', from: home.getByRole('button', { name: 'Import' }), shows: page.getByTestId('import') },
    { name: 'profile', from: profile, shows: menu },
    { name: 'my name', from: profile, entry: /^Change/, shows: page.getByTestId('my-name') },
  ];
  for (const each of onHome) await opensAndGivesBack(page, each);

  await hers.open(listId);
  const more = page.getByTestId('list-menu');
  const card = hers.card('Find a lawyer');
  const sectionMenu = hers.section('To do').getByRole('button', { name: 'Section To do: actions' });
  const onBoard: Opened[] = [
    { name: 'list menu', from: more, shows: menu },
    { name: 'webhooks', from: more, entry: /^Webhooks/, shows: page.getByTestId('webhooks') },
    { name: 'letters', from: more, entry: /^Letters/, shows: dialog },
    { name: 'past', from: more, entry: /^Look back/, shows: page.getByTestId('past') },
    { name: 'history', from: more, entry: /^History/, shows: page.getByTestId('history-drawer') },
    { name: 'members', from: page.getByTestId('members-button'), shows: page.getByTestId('members') },
    { name: 'share', from: page.getByRole('button', { name: 'Share' }), shows: page.getByTestId('share') },
    { name: 'filter', from: page.getByTestId('filter'), shows: page.getByTestId('filter-panel') },
    { name: 'list name', from: page.getByTestId('list-name'), shows: page.getByRole('textbox', { name: 'Name' }) },
    { name: 'section menu', from: sectionMenu, shows: menu },
    { name: 'limit', from: sectionMenu, entry: /limit/, shows: dialog },
    { name: 'palette', from: card, keys: 'Control+KeyK', shows: page.getByTestId('palette') },
    { name: 'help', from: card, keys: 'Shift+Slash', shows: page.getByTestId('help') },
    { name: 'card menu', from: card, keys: 'ContextMenu', shows: menu },
    { name: 'move', from: card, keys: 'KeyM', shows: page.getByTestId('move') },
    { name: 'transfer', from: card, keys: 'Shift+KeyM', shows: page.getByTestId('transfer') },
    { name: 'title', from: card, keys: 'KeyT', shows: card.getByRole('textbox') },
    { name: 'task', from: card, shows: page.getByTestId('task-panel') },
  ];
  for (const each of onBoard) await opensAndGivesBack(page, each);

  await card.focus();
  await page.keyboard.press('Enter');
  const panel = page.getByTestId('task-panel');
  const facts: Opened[] = [
    ...['assignees', 'priority'].map((fact) => ({ name: fact, from: page.getByTestId(`task-${fact}`), shows: menu })),
    ...['due', 'start', 'recurrence', 'labels', 'parent'].map((fact) => ({
      name: fact,
      from: page.getByTestId(`task-${fact}`),
      shows: popover,
    })),
    { name: 'description', from: panel.getByTestId('add-description'), shows: panel.getByTestId('description') },
    {
      name: 'item',
      from: panel.getByTestId('add-item'),
      shows: panel.getByRole('textbox', { name: 'Text of the item' }),
    },
  ];
  for (const each of facts) await opensAndGivesBack(page, each);
  await hers.close();
});

test('TheFocusStaysWhereThereIsNothingToClose', async ({ browser, product, rest }) => {
  const { listId } = await listWith(rest, people, 'Sign the lease');
  const hers = await BoardPage.signedIn(browser, product.url(), people.anna);
  const { page } = hers;
  await page.goto(`/l/${listId}?view=table`);
  const byTitle = page.getByRole('columnheader', { name: 'Title' });
  await byTitle.getByRole('button').press('Enter');
  await expect(byTitle).toHaveAttribute('aria-sort', 'ascending');
  await expect(byTitle.getByRole('button')).toBeFocused();
  await page.goto(`/l/${listId}?view=list`);
  const sort = page.getByTestId('sort');
  await sort.press('ArrowDown');
  await expect(page).toHaveURL(/sort=due/);
  await expect(sort, 'the order').toBeFocused();

  const filter = page.getByTestId('filter');
  const panel = page.getByTestId('filter-panel');
  await filter.press('Enter');
  const field = panel.getByRole('textbox', { name: 'Name this view' });
  for (const name of ['Soonest', 'Mine']) {
    await field.fill(name);
    await field.press('Enter');
    await expect(panel.getByRole('button', { name, exact: true })).toBeVisible();
    await expect(field, `${name} is kept`).toBeFocused();
  }
  await panel.getByRole('button', { name: 'Forget “Soonest”' }).press('Enter');
  await expect(panel.getByRole('button', { name: 'Forget “Mine”' }), 'the next one').toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field, 'after the last one').toBeFocused();
  await page.keyboard.press('Escape');
  await expect(filter, 'after the views').toBeFocused();

  await page.getByTestId('list-menu').press('Enter');
  await page.getByRole('menuitem', { name: /^History/ }).press('Enter');
  const look = page.getByTestId('history-drawer').getByRole('button', { name: 'See the board then' }).last();
  const past = page.getByTestId('past');
  await opensAndGivesBack(page, { name: 'one moment', from: look, shows: past });
  await look.press('Enter');
  await expect(past.getByRole('slider')).toBeFocused();
  await past.getByRole('button', { name: 'Back to now' }).press('Enter');
  await expect(look, 'back from the past').toBeFocused();
  await hers.close();
});

test('TheFocusGoesBackFromAQuestionThatWasTurnedDown', async ({ browser, product, rest }) => {
  const { listId } = await listWith(rest, people, 'Sign the lease');
  const { anna, ivan } = people;
  await rest.run(anna, listId, [{ type: 'setMemberRole', userId: ivan.userId, role: 'owner' }]);
  const hers = await BoardPage.signedIn(browser, product.url(), anna);
  const { page } = hers;
  const line = await LossyLine.on(page);
  await hers.open(listId);
  const shows = page.getByTestId('confirm');
  await page.getByTestId('members-button').press('Enter');
  const members = page.getByTestId('members');
  const leave = members.getByRole('button', { name: 'Leave the list' });
  await opensAndGivesBack(page, { name: 'leave', from: leave, shows });
  const remove = members.getByRole('button', { name: 'Remove Ivan Petrov' });
  await opensAndGivesBack(page, { name: 'remove', from: remove, shows });
  await remove.press('Enter');
  await shows.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(remove, 'after Cancel').toBeFocused();
  await page.keyboard.press('Escape');
  await expect(members).toHaveCount(0);

  await line.down();
  await expect(page.getByTestId('connection')).toHaveAttribute('data-kind', 'offline');
  await hers.add('To do', 'Not sent yet');
  await expect(page.getByTestId('connection')).toHaveAttribute('data-unsent', '1');
  const profile = page.getByTestId('profile');
  await opensAndGivesBack(page, { name: 'sign out', from: profile, entry: /^Sign out/, shows });
  await hers.close();
});
