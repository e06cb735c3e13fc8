import { type Browser, expect, type Page } from '@playwright/test';
import { BoardPage, pictureOf } from '../boardPage';
import { CuttableProxy } from '../proxy';
import type { RestUser } from '../rest';
import { test } from '../test';

/** What this device keeps: the versions of the lists, the names of the answers, and whether it knows who was here. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const done = <T>(asked: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
    const database = await done(indexedDB.open('tasklist-seen'));
    const all = (name: string) => done(database.transaction(name).objectStore(name).getAll());
    const [boards, answers] = [await all('boards'), await all('answers')];
    database.close();
    return {
      boards: boards.map((row) => row.board.version as number),
      answers: answers.map((row) => (row.name as string).split('/')[0]).sort(),
      user: localStorage.getItem('tasklist.user') !== null,
    };
  });

test.describe('without a network', () => {
  let wire: CuttableProxy;
  test.beforeEach(async ({ product }) => {
    wire = await CuttableProxy.to(product.url());
  });
  test.afterEach(() => wire.close());

  async function installed(browser: Browser, user: RestUser): Promise<BoardPage> {
    const board = await BoardPage.signedIn(browser, wire.url, user, { serviceWorkers: 'allow' });
    await board.page.goto('/');
    // From now on the app itself is on this device.
    await board.page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 60_000 });
    return board;
  }

  test('TheLastBoardIsThereAndEditsMadeOnItAreSentOnce', async ({ browser, rest }) => {
    const anna = await rest.register('Анна Орлова');
    const listId = await rest.createList(anna, 'Office move');
    const board = await installed(browser, anna);
    const { page } = board;
    const { installabilityErrors } = await (await board.context.newCDPSession(page)).send(
      'Page.getInstallabilityErrors',
    );
    expect(
      installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'),
      'it may be installed',
    ).toEqual([]);
    const blocked: string[] = [];
    page.on('console', (said) => /Content Security Policy|Trusted/.test(said.text()) && blocked.push(said.text()));
    await board.open(listId);
    await board.add('To do', 'Order boxes');
    await expect(page.getByTestId('connection')).toHaveAttribute('data-kind', 'live');
    await expect.poll(() => rest.snapshot(anna, listId).then(({ tasks }) => tasks.length)).toBe(1);
    const { version } = await rest.snapshot(anna, listId);
    const here = { boards: [version], answers: ['inbox', 'myLists', 'people'], user: true };
    await expect.poll(() => kept(page), { timeout: 30_000 }).toEqual(here);

    wire.cut();
    await page.reload();
    await expect(board.card('Order boxes')).toBeVisible();
    await expect(page.getByTestId('connection')).toHaveAttribute('data-kind', 'offline', { timeout: 30_000 });
    await expect(page.getByTestId('list-name')).toHaveText('Office move');
    await board.add('To do', 'Book the van');
    await expect(page.getByTestId('connection')).toHaveAttribute('data-unsent', '1');

    // The start page of an installed app, still without a network, and from there to the same board.
    await page.goto('/');
    await page
      .getByTestId('home')
      .getByRole('link', { name: /Office move/ })
      .click();
    await expect(board.card('Book the van')).toBeVisible();

    wire.join();
    await expect(page.getByTestId('connection')).toHaveAttribute('data-kind', 'live', { timeout: 60_000 });
    await expect(page.getByTestId('connection')).toHaveAttribute('data-unsent', '0');
    await board.expectPicture(pictureOf(await rest.snapshot(anna, listId)));
    const titles = (await rest.snapshot(anna, listId)).tasks.map((task) => task.title);
    expect(titles.sort()).toEqual(['Book the van', 'Order boxes']);
    const added = (await rest.log(anna, listId)).flatMap((change) =>
      change.events.filter((e) => e.type === 'taskAdded'),
    );
    expect(added).toHaveLength(2);
    expect(blocked).toEqual([]);
    await board.close();
  });

  test('WhoeverSignsOutLeavesNothingBehind', async ({ browser, rest }) => {
    const ivan = await rest.register('Ivan Petrov');
    const listId = await rest.createList(ivan, 'Shop');
    const board = await installed(browser, ivan);
    const { page } = board;
    await board.open(listId);
    await expect.poll(async () => (await kept(page)).boards.length, { timeout: 30_000 }).toBe(1);
    await page.getByTestId('profile').click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page.getByTestId('sign-in')).toBeVisible();
    await expect.poll(() => kept(page)).toEqual({ boards: [], answers: [], user: false });
    wire.cut();
    await page.goto(`/l/${listId}`);
    // The app opens, and knows nobody: it goes on asking the server who this is.
    await expect(page.locator('main[aria-busy=true]')).toBeVisible();
    await expect(page.getByTestId('board')).toHaveCount(0);
    await board.close();
  });
});
