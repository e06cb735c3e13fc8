import { expect } from '@playwright/test';
import { BoardPage } from '../boardPage';
import { bulk, longList } from '../longList';
import { test } from '../test';

// What makes a long list bearable, counted and not timed: how much is mounted, and how much a change touches.
const tasks = 5_000;
const mountedMost = 200;

test('FiveThousandTasksMountFewAndAChangeTouchesOnlyItsCards', async ({ browser, product, rest }) => {
  const anna = await rest.register('Анна Орлова');
  const { listId, taskIds } = await longList(rest, anna, tasks);
  const board = await BoardPage.signedIn(browser, product.url(), anna);
  const { page } = board;
  await board.open(listId);
  const cards = page.getByTestId('card');
  await expect(cards.first()).toBeVisible();
  expect(await cards.count()).toBeLessThan(mountedMost);

  // From here on every card whose insides change is written down.
  await page.evaluate(() => {
    const touched = new Set<string>();
    Object.assign(window, { touched });
    const look = (records: MutationRecord[]) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        const taskId = element?.closest<HTMLElement>('[data-testid=card]')?.dataset['taskId'];
        if (taskId) touched.add(taskId);
      }
    };
    const board = document.querySelector('[data-testid=board]') as Element;
    new MutationObserver(look).observe(board, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });
  // Three that are on the screen, and 47 far below: one change.
  const edited = [...taskIds.slice(0, 3), ...taskIds.slice(-47)];
  await rest.run(anna, listId, [
    bulk(edited.map((taskId, at) => ({ type: 'editTask', taskId, title: `Changed ${at}` }))),
  ]);
  await expect(board.card('Changed 2')).toBeVisible();
  const touched = await page.evaluate(() => [...(window as unknown as { touched: Set<string> }).touched]);
  expect(touched.sort()).toEqual(taskIds.slice(0, 3).sort());

  await board.add('To do', 'One more');
  await expect(page.getByTestId('connection')).toHaveAttribute('data-unsent', '0');
  expect((await rest.snapshot(anna, listId)).tasks).toHaveLength(tasks + 1);
  await page.getByTestId('view-table').click();
  await expect(page.getByTestId('row').first()).toBeVisible();
  expect(await page.getByTestId('row').count()).toBeLessThan(mountedMost);
  await board.expectNoReload();
  await board.close();
});
