import { expect, type Page } from '@playwright/test';
import { uuidv7 } from '@/lib/uuidv7';
import { axeFaults } from '../axe';
import { BoardPage } from '../boardPage';
import { enter, lookIn, show } from '../looks';
import type { RestUser } from '../rest';
import { believableList, traces } from '../sample';
import { doors, type Screen, screens } from '../screens';
import { test } from '../test';

// Every pair has words of its own to cut off and colours of its own to be too faint: the long tier looks at them all,
// in four widths. On an ordinary day each theme, each language and the widest and the narrowest are looked at once.
const isLong = process.env['TASKLIST_TEST_TIER'] === 'all';
const isLookedAt = isLong || process.env['TASKLIST_TRACE'] !== undefined;
const all = [1440, 1024, 390, 320];
const looks = isLong
  ? ([
      ['light', 'en', all],
      ['dark', 'ru', all],
      ['light', 'ru', all],
      ['dark', 'en', all],
    ] as const)
  : ([
      ['light', 'en', [1440]],
      ['dark', 'ru', [320]],
    ] as const);

test.describe('screens', () => {
  test.setTimeout(isLong ? 900_000 : 300_000);
  let anna: RestUser;
  let listId: string;

  test.beforeAll(async ({ rest }) => {
    anna = await rest.register('Анна Орлова');
    const others = [await rest.register('James Whitfield'), await rest.register('Мария Ким')];
    listId = await believableList(rest, anna, others);
    await rest.createList(anna, 'Shop');
    await traces(rest, anna, listId);
  });

  for (const [theme, language, widths] of looks) {
    test(`ArePlainToEverybodyIn ${theme} ${language}`, async ({ browser, product }) => {
      const faults: string[] = [];
      for (const width of widths) {
        const onFault = (fault: string) => faults.push(`${width}: ${fault}`);
        const page = await lookIn(browser, product.url(), { theme, language, width }, onFault);
        for (const screen of doors) faults.push(...(await look(page, screen, `${theme}-${language}-${width}`)));
        await enter(page, anna, language);
        for (const screen of screens) faults.push(...(await look(page, screen, `${theme}-${language}-${width}`)));
        await page.context().close();
      }
      expect(faults).toEqual([]);
    });
  }

  test('ALongSectionIsWalkedFromEndToEnd', async ({ browser, product, rest }) => {
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

  /** Opens a screen and answers what is wrong with it; keeps its picture where somebody means to look at it. */
  async function look(page: Page, screen: Screen, variant: string): Promise<string[]> {
    await show(page, screen, listId);
    if (isLookedAt) await page.screenshot({ path: `e2e-results/screens/${screen.name}-${variant}.png` });
    // One look at sizes is enough, they do not follow the theme.
    const faults = await axeFaults(page, variant === 'light-en-1440');
    // Nothing is pushed out sideways: neither the page nor what stands on it.
    const wide = await page
      .locator('body, [role=dialog], h1')
      .evaluateAll((boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth + 1).map((box) => box.tagName));
    const pushed = wide.map((tag) => `${tag} is wider than it may be`);
    return [...pushed, ...faults].map((fault) => `${screen.name} ${variant}: ${fault}`);
  }
});
