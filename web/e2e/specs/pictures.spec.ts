import { expect, type Page } from '@playwright/test';
import { enter, type Look, lookIn, show } from '../looks';
import { believableList } from '../sample';
import { doors, screens } from '../screens';
import { test } from '../test';

const wide: Look = { theme: 'light', language: 'en', width: 1200, height: 760 };
const phone: Look = { theme: 'dark', language: 'ru', width: 390, height: 844 };
const shots = [
  { look: wide, names: ['home', 'board', 'task', 'list'] },
  { look: phone, names: ['board', 'task'] },
];

/** How wide this text was where the references were made. Another font breaks lines elsewhere, and nothing can be compared. */
const sample = 'Проверить договор. Move the staging database 0123456789';
const sampleWidth = 382;

test('ScreensLookAsTheyDid', async ({ browser, product, rest }) => {
  const anna = await rest.register('Анна Орлова');
  const listId = await believableList(rest, anna, [await rest.register('James Whitfield')]);
  for (const { look, names } of shots) {
    const page = await lookIn(browser, product.url(), look);
    await show(page, doors[0] as (typeof doors)[0], listId);
    const width = await widthOf(page);
    test.skip(Math.abs(width - sampleWidth) > 1, `another font: ${width} instead of ${sampleWidth}`);
    await enter(page, anna, look.language);
    for (const screen of screens.filter(({ name }) => names.includes(name))) {
      await show(page, screen, listId);
      // Words, dates and people differ from run to run; what stands where, and on what ground, does not.
      await expect(page).toHaveScreenshot(`${screen.name}-${look.theme}-${look.language}.png`, {
        stylePath: 'e2e/wordless.css',
        animations: 'disabled',
        threshold: 0.25,
        maxDiffPixelRatio: 0.03,
      });
    }
    await page.context().close();
  }
});

function widthOf(page: Page): Promise<number> {
  return page.evaluate((text) => {
    const line = document.createElement('span');
    line.style.cssText = 'position:absolute;white-space:nowrap;font-size:14px';
    line.textContent = text;
    document.body.append(line);
    const { width } = line.getBoundingClientRect();
    line.remove();
    return Math.round(width);
  }, sample);
}
