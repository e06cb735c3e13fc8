import { expect, test } from '@playwright/test';
import { BoardPage } from '../boardPage';
import { expectAgreement, expectLogKeepsItsWord } from '../checks';
import { busyList } from '../fixtures';
import { Product } from '../product';
import { Rest } from '../rest';
import { Sender } from '../sender';
import { until } from '../wait';

test('AKilledProductLosesNothingItAcknowledged', async ({ browser }) => {
  test.setTimeout(240_000);
  const product = await Product.start({ limits: 'off' });
  try {
    const rest = new Rest(product.url());
    const anna = await rest.register('Анна');
    const ivan = await rest.register('Ivan');
    const { listId, next } = await busyList(rest, anna);
    await rest.share(anna, listId, 'editor', ivan);
    const pages = [
      await BoardPage.signedIn(browser, product.url(), anna),
      await BoardPage.signedIn(browser, product.url(), ivan),
    ];
    for (const page of pages) await page.open(listId);

    const sender = new Sender(product.url(), anna, listId, next);
    sender.start(50);
    await until(() => sender.acknowledged.size >= 150, 30_000, '150 acknowledged commands');
    await product.kill();
    const before = sender.acknowledged.size;
    await product.start();
    await until(() => sender.acknowledged.size >= before + 150, 60_000, 'commands to be acknowledged again');
    await sender.stop();

    await expectLogKeepsItsWord(rest, anna, listId, sender);
    await expectAgreement(rest, anna, listId, pages);
    expect(before).toBeGreaterThanOrEqual(150);
    for (const page of pages) await page.close();
  } finally {
    await product.stop();
  }
});
