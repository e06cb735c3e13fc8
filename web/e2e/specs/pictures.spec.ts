import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { enter, type Look, lookIn, show } from '../looks';
import { believableList } from '../sample';
import { screens } from '../screens';
import { test } from '../test';

const steady = readFileSync(fileURLToPath(new URL('../steady.css', import.meta.url)), 'utf8');
const looks: [Look, readonly string[]][] = [
  [{ theme: 'light', language: 'en', width: 1200, height: 760 }, ['home', 'board', 'task', 'list']],
  [{ theme: 'dark', language: 'ru', width: 390, height: 844 }, ['board', 'task']],
];

/** How wide this line was where the references were made. Another font breaks lines elsewhere, and nothing can be compared. */
const sample = 'Проверить договор. Move the staging database 0123456789';
const sampleWidth = 437;

test('ScreensLookAsTheyDid', async ({ browser, product, rest }) => {
  const anna = await rest.register('Анна Орлова');
  const listId = await believableList(rest, anna, [await rest.register('James Whitfield')]);
  for (const [look, names] of looks) {
    const page = await lookIn(browser, product.url(), look);
    await enter(page, anna, look.language);
    const width = await widthOf(page);
    test.skip(Math.abs(width - sampleWidth) > 1, `another font: a line is ${width} px wide instead of ${sampleWidth}`);
    // A sheet made by script: the content security policy would not let a style element in.
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }, steady);
    for (const screen of screens.filter(({ name }) => names.includes(name))) {
      await show(page, screen, listId);
      await expect(page).toHaveScreenshot(`${screen.name}-${look.theme}-${look.language}.png`, {
        animations: 'disabled',
        maxDiffPixelRatio: 0.01,
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
