import { test } from '@playwright/test';
import { BoardPage } from '../boardPage';
import { expectAgreement, expectLogKeepsItsWord } from '../checks';
import { busyList } from '../fixtures';
import { Product } from '../product';
import { Rest } from '../rest';
import { Sender } from '../sender';
import { until } from '../wait';

test('ASiloAndAGatewayMayDieUnderABusyList', async ({ browser }) => {
  test.setTimeout(300_000);
  const product = await Product.start({ silos: 3, gateways: 2, limits: 'off' });
  try {
    const rest = new Rest(product.url(0));
    const anna = await rest.register('Анна');
    const ivan = await rest.register('Ivan');
    const { listId, next } = await busyList(rest, anna);
    await rest.share(anna, listId, 'editor', ivan);
    const pages = [
      await BoardPage.signedIn(browser, product.url(0), anna),
      await BoardPage.signedIn(browser, product.url(1), ivan),
    ];
    for (const page of pages) await page.open(listId);

    const sender = new Sender(product.url(0), anna, listId, next);
    const more = async (count: number, what: string) => {
      const goal = sender.acknowledged.size + count;
      await until(() => sender.acknowledged.size >= goal, 60_000, what);
    };
    sender.start(50);
    await more(150, 'the first commands');
    await product.killOne('silo-2');
    await more(150, 'commands after a silo died');
    const gateway = await product.killOne('gateway-2');
    await more(150, 'commands after a gateway died');
    await product.startOne(gateway);
    await more(50, 'commands after the gateway came back');
    await sender.stop();

    await expectLogKeepsItsWord(rest, anna, listId, sender);
    await expectAgreement(rest, anna, listId, pages);
    for (const page of pages) await page.close();
  } finally {
    await product.stop();
  }
});
