import { fileURLToPath } from 'node:url';
import { enter, type Look, lookIn, show } from '../looks';
import { believableList } from '../sample';
import { screens } from '../screens';
import { test } from '../test';

const folder = fileURLToPath(new URL('../../../docs/images/', import.meta.url));
const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const light: Pick<Look, 'theme' | 'language'> = { theme: 'light', language: 'en' };
const dark: Pick<Look, 'theme' | 'language'> = { theme: 'dark', language: 'ru' };

const pictures: [string, string, Look][] = [
  ['board.png', 'board', { ...light, ...wide }],
  ['board-dark.png', 'board', { ...dark, ...wide }],
  ['task.png', 'task', { ...light, ...wide }],
  ['calendar-dark.png', 'calendar', { ...dark, ...wide }],
  ['phone.png', 'board', { ...light, ...phone }],
  ['phone-task-dark.png', 'task', { ...dark, ...phone }],
];

test('ThePicturesOfTheReadme', async ({ browser, product, rest }) => {
  test.setTimeout(300_000);
  const anna = await rest.register('Анна Орлова');
  const others = [await rest.register('James Whitfield'), await rest.register('Мария Ким')];
  const listId = await believableList(rest, anna, others);
  for (const name of ['Shop', 'Весна']) await rest.createList(anna, name);
  for (const [file, name, look] of pictures) {
    const screen = screens.find((each) => each.name === name);
    if (!screen) throw new Error(`no screen ${name}`);
    const page = await lookIn(browser, product.url(), look);
    await enter(page, anna, look.language);
    await show(page, screen, listId);
    await page.screenshot({ path: folder + file });
    await page.context().close();
  }
});
