import type { CDPSession } from '@playwright/test';
import { BoardPage } from '../boardPage';
import { bulk, longList } from '../longList';
import type { Rest, RestUser } from '../rest';
import { test } from '../test';
import { answering, effort, heap, median, opening, scroll } from './measures';

const sizes = [100, 5_000, 20_000];
const rounds = 5;

test('The board, by the number of its tasks', async ({ browser, product, rest }) => {
  const anna = await rest.register('Анна Орлова');
  const rows: number[][] = [];
  for (const size of sizes) {
    const { listId, taskIds } = await longList(rest, anna, size);
    const board = await BoardPage.signedIn(browser, product.url(), anna);
    const cdp = await board.context.newCDPSession(board.page);
    await cdp.send('Performance.enable');
    await opening(board.page, listId);
    rows.push([
      await median(rounds, () => opening(board.page, listId)),
      await median(rounds, () => answering(board.page)),
      await median(rounds, () => batch(rest, anna, listId, taskIds, board, cdp)),
      (await effort(cdp, () => scroll(board.page))) / 40,
      await heap(cdp),
    ]);
    await board.close();
  }
  const names = ['first card', 'key to frame', 'change of 50 edits', 'scrolled window', 'heap, MiB'];
  const [base = []] = rows;
  process.stdout.write(`\n| | ${sizes.map((size) => `${size} tasks`).join(' | ')} |\n| --- |${' --- |'.repeat(3)}\n`);
  for (const [at, name] of names.entries()) {
    const cells = rows.map((row) => `${((row[at] ?? 0) / (base[at] ?? 1)).toFixed(1)} (${row[at]?.toFixed(1)})`);
    process.stdout.write(`| ${name} | ${cells.join(' | ')} |\n`);
  }
});

/** What 50 edits by somebody else, one change, cost this browser. */
async function batch(
  rest: Rest,
  user: RestUser,
  listId: string,
  taskIds: readonly string[],
  board: BoardPage,
  cdp: CDPSession,
): Promise<number> {
  const title = `Changed at ${Date.now()}`;
  const edits = taskIds.slice(0, 50).map((taskId) => ({ type: 'editTask', taskId, title }) as const);
  return effort(cdp, async () => {
    await rest.run(user, listId, [bulk(edits)]);
    await board.card(title).first().waitFor();
  });
}
