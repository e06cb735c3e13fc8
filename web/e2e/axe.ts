import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** What axe has against the screen; where a dialog or a menu lies over it, against that: what is below was a screen of its own. */
export async function axeFaults(page: Page, sizes: boolean): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  if (!isThere) await page.evaluate(axe.source);
  return page.evaluate(async (sizes) => {
    const { axe: there } = window as unknown as { axe: typeof axe };
    const over = [...document.querySelectorAll('.MuiModal-root')].at(-1);
    const { violations, passes } = await there.run(over ?? document, {
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] },
      // 24 px, or room around: off unless asked for.
      rules: { 'target-size': { enabled: sizes } },
      resultTypes: ['violations'],
    });
    const faults = violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id} ${node.target.join(' ')} ${node.failureSummary}`),
    );
    return passes.length > 3 ? faults : [...faults, `axe has looked at ${passes.length} things only`];
  }, sizes);
}
