import { expect, type Page } from '@playwright/test';

export interface Screen {
  readonly name: string;
  readonly path: string | ((listId: string) => string);
  /** What must be there before the picture is taken. */
  readonly shows: string;
  readonly open?: (page: Page) => Promise<unknown>;
}

const onBoard = (name: string, open?: Screen['open']): Screen => ({
  name,
  path: (listId) => `/l/${listId}`,
  shows: 'board',
  ...(open ? { open } : {}),
});

/** Words in any language, the stretched one included. */
const worded = (...words: string[]) => new RegExp(`^⟦?(${words.join('|')})·*⟧?$`);

const press = (page: Page, ...words: string[]) =>
  page
    .getByRole('button', { name: worded(...words) })
    .last()
    .click();

/** Menus, popovers and dialogs come as chunks of their own; all of them lie on a sheet of paper. */
const shown = (page: Page) => expect(page.locator('.MuiPaper-root').first()).toBeVisible();

/** What somebody sees who is not signed in. */
export const doors: readonly Screen[] = [
  { name: 'signIn', path: '/sign-in', shows: 'sign-in' },
  { name: 'signUp', path: '/sign-up', shows: 'sign-up' },
];

/** Everything a person can be looking at, as far as it looks different from the rest. */
export const screens: readonly Screen[] = [
  { name: 'home', path: '/', shows: 'home' },
  {
    name: 'newList',
    path: '/',
    shows: 'home',
    open: (page) => press(page, 'New list', 'Новый список').then(() => shown(page)),
  },
  {
    name: 'import',
    path: '/',
    shows: 'home',
    open: (page) => press(page, 'Import', 'Импорт').then(() => shown(page)),
  },
  {
    name: 'inbox',
    path: '/inbox',
    shows: 'inbox',
    open: (page) => expect(page.getByRole('main').getByRole('listitem')).toHaveCount(7),
  },
  {
    name: 'settings',
    path: '/settings',
    shows: 'settings',
    open: async (page) => {
      await page.getByTestId('settings').getByRole('textbox').fill('Отчёт за неделю · Weekly report');
      await press(page, 'Create token', 'Создать токен');
      await expect(page.getByTestId('new-token')).toBeVisible();
      await expect(page.getByTestId('tokens').getByRole('listitem').first()).toBeVisible();
    },
  },
  {
    name: 'search',
    path: '/search?q=договоры or export or release',
    shows: 'search',
    open: (page) => expect(page.getByTestId('hit').nth(2)).toBeVisible(),
  },
  { name: 'searchEmpty', path: '/search', shows: 'search' },
  {
    name: 'myTasks',
    path: '/tasks',
    shows: 'my-tasks',
    open: (page) => expect(page.getByTestId('due-overdue')).toBeVisible(),
  },
  {
    name: 'dueSoon',
    path: '/due',
    shows: 'due-soon',
    open: (page) => expect(page.getByTestId('due-overdue')).toBeVisible(),
  },
  { name: 'notFound', path: '/nowhere', shows: 'main' },
  {
    name: 'invite',
    path: '/invite/none',
    shows: 'main',
    open: (page) => expect(page.getByRole('main').getByRole('link')).toBeVisible(),
  },
  onBoard('board'),
  onBoard('listMenu', (page) =>
    page
      .getByTestId('list-menu')
      .click()
      .then(() => shown(page)),
  ),
  onBoard('webhooks', async (page) => {
    await page.getByTestId('list-menu').click();
    await page.getByRole('menuitem', { name: worded('Webhooks…', 'Веб-хуки…') }).click();
    await expect(page.getByTestId('webhooks').getByRole('listitem')).toHaveCount(2);
  }),
  onBoard('navigation', async (page) => {
    // On a phone the navigation lies over the board; elsewhere the profile's menu is what is new.
    const menu = page.getByRole('button', { name: worded('Show navigation', 'Показать навигацию') });
    if (await menu.isVisible()) await menu.click();
    await page.getByTestId('profile').click();
    await shown(page);
  }),
  onBoard('cardMenu', async (page) => {
    await page.getByTestId('card').nth(2).focus();
    await page.keyboard.press('ContextMenu');
    await shown(page);
  }),
  onBoard('task', async (page) => {
    await page.getByTestId('card').nth(5).click();
    await expect(page.getByTestId('comment')).toBeVisible();
  }),
  onBoard('due', async (page) => {
    await page.getByTestId('card').nth(3).click();
    await page.getByTestId('task-due').click();
    await shown(page);
  }),
  onBoard('labels', async (page) => {
    await page.getByTestId('card').nth(1).click();
    await page.getByTestId('task-labels').click();
    await shown(page);
  }),
  onBoard('members', (page) =>
    page
      .getByTestId('members-button')
      .click()
      .then(() => shown(page)),
  ),
  onBoard('share', async (page) => {
    await press(page, 'Share', 'Поделиться');
    await press(page, 'Create link', 'Создать ссылку');
    await expect(page.getByTestId('invite-link')).toBeVisible();
  }),
  onBoard('move', async (page) => {
    await page.getByTestId('card').nth(1).focus();
    await page.keyboard.press('KeyM');
    await expect(page.getByTestId('move')).toBeVisible();
  }),
  onBoard('history', async (page) => {
    await page.getByTestId('card').nth(1).click();
    await page.getByTestId('tab-history').click();
    await expect(page.getByTestId('history-row').first()).toBeVisible();
  }),
  onBoard('transfer', async (page) => {
    await page.getByTestId('card').nth(1).focus();
    await page.keyboard.press('Shift+KeyM');
    await expect(page.getByTestId('transfer')).toBeVisible();
    await expect(page.getByTestId('transfer').getByRole('combobox')).toHaveCount(2);
  }),
  onBoard('filter', async (page) => {
    await page.getByTestId('filter').click();
    await expect(page.getByTestId('filter-panel')).toBeVisible();
  }),
  { name: 'list', path: (listId) => `/l/${listId}?view=list`, shows: 'list-view' },
  { name: 'table', path: (listId) => `/l/${listId}?view=table&sort=due`, shows: 'table-view' },
  { name: 'calendar', path: (listId) => `/l/${listId}?view=calendar`, shows: 'calendar-view' },
  { name: 'week', path: (listId) => `/l/${listId}?view=calendar&span=week`, shows: 'calendar-view' },
  onBoard('selection', async (page) => {
    await page.getByTestId('card').first().focus();
    await page.keyboard.press('KeyX');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(page.getByTestId('selection')).toBeVisible();
  }),
  onBoard('palette', (page) => page.keyboard.press('Control+KeyK').then(() => shown(page))),
  onBoard('help', (page) => page.keyboard.press('Shift+Slash').then(() => shown(page))),
  onBoard('past', async (page) => {
    await page.getByTestId('list-menu').click();
    await page.getByRole('menuitem').nth(1).click();
    await expect(page.getByTestId('past')).toBeVisible();
  }),
  // The last two, for they stay: folded, and open until somebody has chosen.
  onBoard('folded', async (page) => {
    await page
      .getByTestId('section')
      .nth(1)
      .getByRole('button', { name: worded('.*: actions', '.*: действия') })
      .click();
    await page.getByRole('menuitem', { name: worded('Fold away', 'Свернуть') }).click();
    await expect(page.getByTestId('folded-section')).toBeVisible();
  }),
  onBoard('clash', async (page) => {
    await page.getByTestId('card').first().focus();
    await page.keyboard.press('KeyT');
    // Never what stands there already: that would be no edit.
    await page.keyboard.insertText(`Сверстать письмо · Letter ${Date.now() % 10_000}`);
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('clash')).toBeVisible();
  }),
];
