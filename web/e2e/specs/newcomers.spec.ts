import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { BoardPage } from '../boardPage';
import { test } from '../test';

const board = fileURLToPath(new URL('../../../tests/data/trello/made-board.json', import.meta.url));
const manifest = fileURLToPath(new URL('../../dist/.vite/manifest.json', import.meta.url));

/** The files that the build made of these and of nothing else. */
function filesOf(...sources: string[]): string[] {
  const parts = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, { file: string }>;
  return sources.map((source) => `/${parts[source]?.file}`);
}

interface Words {
  locale: string;
  isPhone: boolean;
  signUp: string;
  newList: string;
  create: string;
  share: string;
  createLink: string;
  addTask: string;
  listName: string;
  task: string;
}

const english: Words = {
  locale: 'en-US',
  isPhone: false,
  signUp: 'Create account',
  newList: 'New list',
  create: 'Create list',
  share: 'Share',
  createLink: 'Create link',
  addTask: 'Add task',
  listName: 'Flat renovation',
  task: 'Call the electrician',
};

const russian: Words = {
  locale: 'ru-RU',
  isPhone: true,
  signUp: 'Зарегистрироваться',
  newList: 'Новый список',
  create: 'Создать список',
  share: 'Поделиться',
  createLink: 'Создать ссылку',
  addTask: 'Добавить задачу',
  listName: 'Ремонт квартиры',
  task: 'Позвать электрика',
};

async function signUp(page: Page, words: Words, name: string): Promise<void> {
  await page.locator('input[name=displayName]').fill(name);
  await page.locator('input[name=email]').fill(`${crypto.randomUUID()}@example.org`);
  await page.locator('input[name=password]').fill('a long enough secret');
  await page.getByTestId('sign-up').getByRole('button', { name: words.signUp }).click();
}

/** The way to another section that needs no dragging. */
async function moveByMenu(page: Page): Promise<void> {
  await page.getByTestId('card').getByRole('button').last().tap();
  await page.getByRole('menuitem', { name: 'Переместить…' }).tap();
  await page.getByTestId('move').getByRole('combobox', { name: 'Раздел' }).tap();
  await page.getByRole('option', { name: 'В работе' }).tap();
  await page.getByTestId('move').getByRole('button', { name: 'Переместить', exact: true }).tap();
}

test.describe('newcomers', () => {
  for (const words of [english, russian]) {
    test(`FromNothingToASharedBoardIn ${words.locale}`, async ({ browser, product, rest }) => {
      const screen = words.isPhone
        ? { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
        : { viewport: { width: 1280, height: 800 } };
      const options = { baseURL: product.url(), locale: words.locale, ...screen };
      const owner = await (await browser.newContext(options)).newPage();
      await owner.goto('/');
      await expect(owner).toHaveURL(/\/sign-in$/);
      await owner.locator('a[href^="/sign-up"]').click();
      await owner.getByRole('button', { name: words.signUp }).click();
      await expect(owner.locator('input[name=displayName]'), 'the first that is missing').toBeFocused();
      await signUp(owner, words, 'Анна Орлова');

      await owner.getByTestId('home').getByRole('button', { name: words.newList }).click();
      await owner.getByTestId('new-list').getByRole('textbox').fill(words.listName);
      await owner.getByTestId('new-list').getByRole('button', { name: words.create }).click();
      await expect(owner.getByTestId('list-name')).toHaveText(words.listName);
      await owner.getByRole('button', { name: words.addTask, exact: true }).first().click();
      await owner.getByTestId('quick-add').fill(words.task);
      await owner.keyboard.press('Enter');
      await owner.keyboard.press('Escape');

      await owner.getByRole('button', { name: words.share, exact: true }).click();
      await owner.getByTestId('share').getByRole('button', { name: words.createLink }).click();
      const link = await owner.getByTestId('invite-link').inputValue();
      await owner.keyboard.press('Escape');

      // The guest has no account yet: the link survives signing up.
      const guest = await (await browser.newContext(options)).newPage();
      await guest.goto(link);
      await guest.locator('a[href^="/sign-up"]').click();
      await signUp(guest, words, 'Ivan Petrov');
      await expect(guest.getByTestId('card')).toHaveText(new RegExp(words.task));
      await expect(guest.getByTestId('list-name')).toHaveCount(0);
      // Whoever has one is there at once.
      const member = await BoardPage.signedIn(browser, product.url(), await rest.register('Мария Ким'));
      await member.page.goto(link);
      await expect(member.card(words.task)).toBeVisible();

      const second = guest.getByTestId('section').nth(1);
      if (words.isPhone) await moveByMenu(owner);
      else await owner.getByTestId('card').dragTo(owner.getByTestId('section').nth(1));
      await expect(second.getByTestId('card')).toHaveText(new RegExp(words.task));

      await expect(owner.locator('html')).toHaveAttribute('lang', words.locale.slice(0, 2));
      for (const context of [owner.context(), guest.context(), member.context]) await context.close();
    });
  }

  test('LanguageAndThemeChangeWithoutReloadAndComeBackAfterOne', async ({ browser, product }) => {
    const context = await browser.newContext({ baseURL: product.url(), locale: 'en-US' });
    const page = await context.newPage();
    await page.goto('/sign-up');
    await signUp(page, english, 'Анна');
    await page.getByTestId('profile').click();
    await page.getByRole('menuitemradio', { name: 'Русский' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Мои списки');
    await page.getByTestId('profile').click();
    await page.getByRole('menuitemradio', { name: 'Тёмная' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Мои списки');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await context.close();
  });

  test('ATrelloBoardComesOverWithAReport', async ({ browser, product }) => {
    const context = await browser.newContext({ baseURL: product.url(), locale: 'ru-RU' });
    const page = await context.newPage();
    await page.goto('/sign-up');
    await signUp(page, russian, 'Анна');
    await page.getByRole('button', { name: 'Импорт' }).click();
    await page.getByTestId('import-file').setInputFiles(board);
    const dialog = page.getByRole('dialog', { name: 'Список импортирован' });
    await expect(dialog.getByText('здесь не поддерживается').first()).toBeVisible();
    await dialog.getByRole('link', { name: 'Открыть список' }).click();
    await expect(page.getByTestId('card').filter({ hasText: 'Второе дело' })).toBeVisible();
    await context.close();
  });

  test('WhatIsBehindTheSignInComesWhileSomebodyTypesAndAgainIfItWasCutOff', async ({ page, product, rest }) => {
    const anna = await rest.register('Анна');
    const behind = filesOf('src/app/SignedIn.tsx', 'src/state/startEngine.ts');
    const asked: string[] = [];
    let isCut = true;
    await page.route('**/assets/*.js', (route) => {
      const { pathname } = new URL(route.request().url());
      if (!behind.includes(pathname)) return route.continue();
      asked.push(pathname);
      return isCut ? route.abort() : route.continue();
    });
    await page.goto(`${product.url()}/sign-in`);
    await expect(page.getByTestId('sign-in')).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual([]);
    await page.locator('input[name=email]').fill(anna.email);
    await expect.poll(() => [...new Set(asked)].sort()).toEqual([...behind].sort());
    isCut = false;
    await page.locator('input[name=password]').fill(anna.password);
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('home')).toBeVisible();
  });

  test('AWrongPasswordIsSaidInWords', async ({ page, product }) => {
    await page.goto(`${product.url()}/sign-in`);
    await page.locator('input[name=email]').fill('nobody@example.org');
    await page.locator('input[name=password]').fill('not the password');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toHaveText('E-mail or password is wrong.');
  });
});
