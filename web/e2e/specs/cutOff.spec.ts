import { expect } from '@playwright/test';
import type { CommandBody } from '@/contract/commands';
import { BoardPage } from '../boardPage';
import { expectAgreement } from '../checks';
import { busyList } from '../fixtures';
import { Frames } from '../frames';
import { CuttableProxy } from '../proxy';
import { test } from '../test';
import { pause } from '../wait';

const cutForMs = process.env['TASKLIST_TEST_TIER'] === 'all' ? 30_000 : 5_000;
const missed = 200;

test('ABrowserThatWasCutOffGetsExactlyWhatItMissed', async ({ browser, product, rest }) => {
  test.setTimeout(180_000);
  const wire = await CuttableProxy.to(product.url());
  try {
    const anna = await rest.register('Анна');
    const { listId, next } = await busyList(rest, anna);
    const board = await BoardPage.signedIn(browser, wire.url, anna);
    const frames = Frames.on(board.page, listId);
    await board.open(listId);
    await expectAgreement(rest, anna, listId, [board]);
    const { version } = await rest.snapshot(anna, listId);

    const joinAt = Date.now() + cutForMs;
    wire.cut();
    frames.forget();
    const commands: CommandBody[] = Array.from({ length: missed }, (_, at) => next(at));
    await rest.run(anna, listId, commands);
    await expect(board.page.getByTestId('connection')).toHaveAttribute('data-kind', 'offline');
    await pause(joinAt - Date.now());
    wire.join();

    await expectAgreement(rest, anna, listId, [board]);
    expect(frames.versions).toEqual(Array.from({ length: missed }, (_, at) => version + 1 + at));
    expect(frames.snapshots).toBe(0);
    await board.close();
  } finally {
    await wire.close();
  }
});
