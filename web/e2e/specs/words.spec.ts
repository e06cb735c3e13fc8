import { expect, type Page } from '@playwright/test';
import { enter, lookIn, show } from '../looks';
import { believableList, traces } from '../sample';
import { doors, type Screen, screens } from '../screens';
import { test } from '../test';

const isLong = process.env['TASKLIST_TEST_TIER'] === 'all';
const ordinary = ['newList', 'settings', 'webhooks', 'navigation', 'task', 'due', 'share', 'filter', 'history', 'help'];

// A language of which every word is longer by two fifths and stands in brackets.
test('EveryWordIsTranslatedAndNoneIsCutOff', async ({ browser, product, rest }) => {
  test.setTimeout(isLong ? 400_000 : 120_000);
  const anna = await rest.register('Анна Орлова');
  const listId = await believableList(rest, anna, [await rest.register('James Whitfield')]);
  await rest.createList(anna, 'Shop');
  await traces(rest, anna, listId);
  const page = await lookIn(browser, product.url(), { theme: 'light', language: 'en-XA', width: 1440 });
  const faults: string[] = [];
  const look = async (screen: Screen) => {
    await show(page, screen, listId);
    faults.push(...(await faultsOf(page)).map((fault) => `${screen.name}: ${fault}`));
  };
  for (const screen of doors) await look(screen);
  await enter(page, anna, 'en');
  for (const screen of screens.filter(({ name }) => isLong || ordinary.includes(name))) await look(screen);
  expect([...new Set(faults)]).toEqual([]);
  await page.context().close();
});

/** Every word that is not somebody's own (`dir="auto"`), a key, a time or a name stands in the brackets of the stretched language, whole. */
function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const own = '[dir="auto"], kbd, time, code, [lang], [translate="no"], input, textarea';
    const isOwn = (element: Element) => element.closest(own)?.matches(':not(html)') ?? false;
    // Dates and weekdays come from the browser.
    const isDate = (text: string) =>
      /^\s*(today|tomorrow|yesterday|(Sun|Mon|Tue|Wed|Thu|Fri|Sat)\w*|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*)\b/.test(
        text,
      );
    const isNumber = (text: string) => /^[A-Z][A-Z0-9]+-\d+$/.test(text.trim());
    const isPlain = (text: string) =>
      /\p{L}{2}/u.test(text) && !/[⟦⟧]/.test(text) && text.trim() !== 'TaskList' && !isDate(text) && !isNumber(text);
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || isOwn(parent) || !parent.checkVisibility()) continue;
      if (isPlain(node.textContent ?? '')) found.push(`not translated: ${node.textContent}`);
    }
    for (const name of ['aria-label', 'placeholder', 'title'])
      for (const element of document.body.querySelectorAll(`[${name}]`)) {
        if (isOwn(element)) continue;
        const text = element.getAttribute(name) ?? '';
        if (isPlain(text)) found.push(`not translated: ${name} ${text}`);
      }
    const places = 'button, [role=tab], [role^=menuitem], label, legend, h1, h2, th, a';
    for (const element of document.body.querySelectorAll<HTMLElement>(places)) {
      if (element.closest('[dir="auto"]') || element.querySelector('[dir="auto"]') || !element.checkVisibility())
        continue;
      const isHidden = getComputedStyle(element).overflowX !== 'visible';
      if (isHidden && element.scrollWidth > element.clientWidth + 1) found.push(`cut off: ${element.textContent}`);
    }
    return found;
  });
}
