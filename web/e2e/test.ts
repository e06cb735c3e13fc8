import { test as base } from '@playwright/test';
import { Product } from './product';
import { Rest } from './rest';

interface Shared {
  /** One product for all specs that do it no harm: each works on users and lists of its own. */
  product: Product;
  rest: Rest;
}

/** Started with the first spec that asks for it, stopped after the last. */
export const test = base.extend<object, Shared>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from this pattern.
    async ({}, use) => {
      const product = await Product.start({ limits: 'off' });
      await use(product);
      await product.stop();
    },
    { scope: 'worker', timeout: 150_000 },
  ],
  rest: [async ({ product }, use) => use(new Rest(product.url())), { scope: 'worker' }],
});
