import { expect, test } from '@playwright/test';
import { BoardPage } from '../boardPage';
import { expectAgreement, expectLogKeepsItsWord } from '../checks';
import { busyList } from '../fixtures';
import { receiptIds } from '../kept';
import { Product } from '../product';
import { Rest } from '../rest';
import { Sender } from '../sender';
import { until } from '../wait';

// A product of their own, for they kill it.
let product: Product;
let rest: Rest;
test.beforeAll(async () => {
  test.setTimeout(150_000);
  product = await Product.start({ limits: 'off' });
  rest = new Rest(product.url());
});
test.afterAll(() => product?.stop());

test('AKilledProductLosesNothingItAcknowledged', async ({ browser }) => {
  test.setTimeout(240_000);
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
});

test('WhatARestoredPastHasLostIsOfferedAgainAfterAReload', async ({ browser }) => {
  test.setTimeout(180_000);
  const anna = await rest.register('Анна');
  const listId = await rest.createList(anna, 'Restored');
  const hers = await BoardPage.signedIn(browser, product.url(), anna);
  await hers.open(listId);
  const logged = async () => (await rest.log(anna, listId)).map(({ commandId }) => commandId);

  await hers.add('To do', 'In the backup');
  await expect.poll(async () => (await rest.snapshot(anna, listId)).tasks.length).toBe(1);
  const { version } = await rest.snapshot(anna, listId);
  for (const title of ['After the backup', 'Just before the loss']) await hers.add('To do', title);
  await expect.poll(() => receiptIds(hers.page)).toHaveLength(3);
  const before = await logged();
  await hers.open(listId);
  await expect(hers.card('Just before the loss')).toBeVisible();
  expect(await receiptIds(hers.page), 'known beyond the visit').toEqual(before.slice(version - 1));

  await product.kill();
  await product.restorePast(listId, version);
  await product.start();
  await expect.poll(logged, { timeout: 60_000 }).toEqual(before);
  await expectAgreement(rest, anna, listId, [hers]);
  expect((await rest.snapshot(anna, listId)).tasks, 'what the backup had is not there twice').toHaveLength(3);
  await hers.close();
});
