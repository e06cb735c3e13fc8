import { expect, type Page } from '@playwright/test';
import { enter, lookIn, show } from '../looks';
import { believableList } from '../sample';
import { doors, screens } from '../screens';
import { test } from '../test';

const width = 320;
// The long tier looks at every screen; on an ordinary day at one of each kind.
const isLong = process.env['TASKLIST_TEST_TIER'] === 'all';
const ordinary = ['home', 'board', 'task', 'share', 'filter', 'calendar', 'settings'];

// What somebody sees who has enlarged the page four times: one column, everything in it, nothing to push sideways.
test('EveryScreenFitsThreeHundredAndTwentyPixels', async ({ browser, product, rest }) => {
  test.setTimeout(300_000);
  const anna = await rest.register('Анна Орлова');
  const listId = await believableList(rest, anna, [await rest.register('James Whitfield')]);
  await rest.createList(anna, 'Shop');
  const page = await lookIn(browser, product.url(), { theme: 'light', language: 'ru', width, height: 640 });
  const faults: string[] = [];
  const look = async (name: string) => faults.push(...(await faultsOf(page)).map((fault) => `${name}: ${fault}`));
  for (const screen of doors) {
    await show(page, screen, listId);
    await look(screen.name);
  }
  await enter(page, anna, 'ru');
  const settings = { name: 'settings', path: '/settings', shows: 'settings' };
  const all = screens.some(({ name }) => name === 'settings') ? screens : [...screens, settings];
  for (const screen of all.filter(({ name }) => isLong || ordinary.includes(name))) {
    await show(page, screen, listId);
    await look(screen.name);
  }
  expect([...new Set(faults)]).toEqual([]);
  await page.context().close();
});

/** What has two dimensions by its nature, and may be pushed: columns side by side, and rows of cells. */
const plane = '[data-testid="board"], [data-testid="table-view"], pre';

/** Nothing else scrolls sideways, and what can be pressed or read lies inside the screen. */
function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(
    ([limit, plane]) => {
      const found: string[] = [];
      const { scrollWidth } = document.documentElement;
      if (scrollWidth > limit) found.push(`the page is ${scrollWidth} px wide`);
      for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
        if (element.closest(`${plane}, .visuallyHidden, [aria-hidden="true"]`)) continue;
        if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
        const name = `${element.tagName} ${(element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 40)}`;
        const isPushed = /auto|scroll/.test(getComputedStyle(element).overflowX);
        if (isPushed && element.scrollWidth > element.clientWidth + 1) found.push(`${name} scrolls sideways`);
        if (!element.matches('button, a, input, textarea, [role], h1, h2, h3, label, p')) continue;
        const { left, right, width } = element.getBoundingClientRect();
        if (width > 1 && (left < -1 || right > limit + 1))
          found.push(`${name} from ${Math.round(left)} to ${Math.round(right)}`);
      }
      return found;
    },
    [width, plane] as const,
  );
}
