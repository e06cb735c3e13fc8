import type { CDPSession, Page } from '@playwright/test';

/** Runs `work` some times and answers the middle one of its figures. */
export async function median(times: number, work: () => Promise<number>): Promise<number> {
  const figures: number[] = [];
  for (let at = 0; at < times; at++) figures.push(await work());
  return figures.sort((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN;
}

/** Milliseconds from the start of loading to the frame that shows the first card. */
export async function opening(page: Page, listId: string): Promise<number> {
  await page.goto(`/l/${listId}`, { waitUntil: 'commit' });
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (document.querySelector('[data-testid=card]')) requestAnimationFrame(() => resolve(performance.now()));
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
}

/** Milliseconds from a key to the frame that shows what it did. */
export async function answering(page: Page): Promise<number> {
  await page.getByTestId('card').first().focus();
  // Made before the key is pressed, and asked for after it.
  await page.evaluate(() => {
    const card = document.querySelector('[data-testid=card]') as HTMLElement;
    const before = card.dataset['done'];
    const shown = new Promise<number>((resolve) => {
      document.addEventListener(
        'keydown',
        () => {
          const pressed = performance.now();
          const look = () => {
            if (card.dataset['done'] === before) requestAnimationFrame(look);
            else resolve(performance.now() - pressed);
          };
          look();
        },
        { capture: true, once: true },
      );
    });
    Object.assign(window, { shown });
  });
  await page.keyboard.press('Space');
  return page.evaluate(() => (window as unknown as { shown: Promise<number> }).shown);
}

async function metric(cdp: CDPSession, name: string): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find((each) => each.name === name)?.value ?? Number.NaN;
}

/** Milliseconds that scripts, style and layout took while `work` was under way. */
export async function effort(cdp: CDPSession, work: () => Promise<void>): Promise<number> {
  const total = async () => {
    const parts = ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'].map((name) => metric(cdp, name));
    return (await Promise.all(parts)).reduce((sum, each) => sum + each, 0);
  };
  const before = await total();
  await work();
  return ((await total()) - before) * 1_000;
}

/** Mebibytes in use once the collector has been. */
export async function heap(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  return (await metric(cdp, 'JSHeapUsedSize')) / 1_048_576;
}

/** Walks a section down by 40 windows, a frame each. */
export async function scroll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const section = document.querySelector('[data-testid=section] ol')?.parentElement as HTMLElement;
    section.scrollTop = 0;
    for (let at = 0; at < 40; at++) {
      section.scrollTop += section.clientHeight;
      await new Promise((next) => requestAnimationFrame(next));
    }
  });
}
