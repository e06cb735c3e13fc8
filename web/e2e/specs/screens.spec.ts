import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { uuidv7 } from '@/lib/uuidv7';
import { BoardPage } from '../boardPage';
import { Product } from '../product';
import { Rest, type RestUser } from '../rest';
import { believableList } from '../sample';

interface Screen {
  name: string;
  path: (listId: string) => string;
  /** What must be there before the picture is taken. */
  shows: string;
  open?: (page: Page) => Promise<void>;
}

const screens: Screen[] = [
  { name: 'home', path: () => '/', shows: 'home' },
  { name: 'inbox', path: () => '/inbox', shows: 'inbox' },
  { name: 'board', path: (listId) => `/l/${listId}`, shows: 'board' },
  {
    name: 'task',
    path: (listId) => `/l/${listId}`,
    shows: 'board',
    open: (page) => page.getByTestId('card').nth(5).click(),
  },
  {
    name: 'members',
    path: (listId) => `/l/${listId}`,
    shows: 'board',
    open: (page) => page.getByTestId('members-button').click(),
  },
  {
    name: 'share',
    path: (listId) => `/l/${listId}`,
    shows: 'board',
    open: async (page) => {
      await page.getByRole('button', { name: /^(Share|Поделиться)$/ }).click();
      await page.getByRole('button', { name: /^(Create link|Создать ссылку)$/ }).click();
      await expect(page.getByTestId('invite-link')).toBeVisible();
    },
  },
  {
    name: 'move',
    path: (listId) => `/l/${listId}`,
    shows: 'board',
    open: async (page) => {
      await page.getByTestId('card').nth(1).focus();
      await page.keyboard.press('KeyM');
      await expect(page.getByTestId('move')).toBeVisible();
    },
  },
];

const widths = [1440, 1024, 390];

test.describe('screens', () => {
  test.setTimeout(240_000);
  let product: Product;
  let anna: RestUser;
  let listId: string;

  test.beforeAll(async () => {
    product = await Product.start({ limits: 'off' });
    const rest = new Rest(product.url());
    anna = await rest.register('Анна Орлова');
    const others = [await rest.register('James Whitfield'), await rest.register('Мария Ким')];
    listId = await believableList(rest, anna, others);
  });
  test.afterAll(() => product.stop());

  // Faults hang on the theme and the width, hardly on the language: each language goes with one theme.
  for (const [theme, language] of [
    ['light', 'en'],
    ['dark', 'ru'],
  ] as const) {
    test(`ArePlainToEverybodyIn ${theme} ${language}`, async ({ browser }) => {
      const faults: string[] = [];
      for (const width of widths) {
        const page = await enter(browser, theme, language, width);
        page.on('console', (message) => {
          if (/Content Security Policy/.test(message.text())) faults.push(`${width}: ${message.text()}`);
        });
        for (const screen of screens) faults.push(...(await look(page, screen, `${theme}-${language}-${width}`)));
        await page.context().close();
      }
      expect(faults).toEqual([]);
    });
  }

  test('ALongSectionIsWalkedFromEndToEnd', async ({ browser }) => {
    const rest = new Rest(product.url());
    const longId = await rest.createList(anna, 'Long');
    const sectionId = (await rest.snapshot(anna, longId)).sections[0]?.sectionId ?? '';
    const titles = Array.from({ length: 300 }, (_, at) => `Entry ${at + 1}`);
    await rest.run(
      anna,
      longId,
      titles.map((title) => ({ type: 'addTask', taskId: uuidv7(), sectionId, title })),
    );
    const board = await BoardPage.signedIn(browser, product.url(), anna);
    await board.open(longId);
    await board.page.getByTestId('card').first().focus();
    expect(await board.page.getByTestId('card').count(), 'only what is near the window is mounted').toBeLessThan(80);
    await board.page.keyboard.press('End');
    const last = board.card('Entry 300');
    await expect(last).toBeFocused();
    await expect(last).toBeInViewport({ ratio: 1 });
    await board.page.keyboard.press('Home');
    await expect(board.page.getByTestId('card').first()).toBeFocused();
    await board.close();
  });

  async function enter(browser: Browser, theme: 'light' | 'dark', language: string, width: number): Promise<Page> {
    const { page } = await BoardPage.signedIn(browser, product.url(), anna);
    await page.evaluate(
      async ([chosen, spoken]) => {
        localStorage.setItem('tasklist.theme', chosen ?? '');
        localStorage.setItem('tasklist.language', spoken ?? '');
      },
      [theme, language],
    );
    await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
    // The profile's language wins over the device's: say it there, too.
    await page.route('**/api/auth/refresh', async (route) => {
      const answer = await route.fetch();
      const body = await answer.json();
      await route.fulfill({ response: answer, json: { ...body, user: { ...body.user, language } } });
    });
    return page;
  }

  /** Opens a screen, keeps its picture, and answers what axe has against it. */
  async function look(page: Page, screen: Screen, variant: string): Promise<string[]> {
    await page.goto(screen.path(listId));
    await expect(page.getByTestId(screen.shows)).toBeVisible();
    await screen.open?.(page);
    await page.evaluate(() =>
      Promise.all(document.getAnimations().map((each) => each.finished.catch(() => undefined))),
    );
    await page.screenshot({ path: `e2e-results/screens/${screen.name}-${variant}.png` });
    const { violations, passes } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(passes.length, 'axe has looked').toBeGreaterThan(10);
    // Nothing is pushed out sideways: neither the page nor whatever stands on it.
    const wide = await page
      .locator('body, [role=dialog]')
      .evaluateAll((boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth + 1).map((box) => box.tagName));
    const pushed = wide.map((tag) => `${screen.name} ${variant}: ${tag} is wider than it may be`);
    const blocked = violations.flatMap((violation) =>
      violation.nodes.map(
        (node) => `${screen.name} ${variant}: ${violation.id} ${node.target.join(' ')} ${node.failureSummary}`,
      ),
    );
    return [...pushed, ...blocked];
  }
});
