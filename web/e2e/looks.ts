import { type Browser, expect, type Page } from '@playwright/test';
import { BoardPage } from './boardPage';
import { clashWith } from './clash';
import type { RestUser } from './rest';
import { inbox } from './sample';
import type { Screen } from './screens';

export interface Look {
  readonly theme: 'light' | 'dark';
  readonly language: string;
  readonly width: number;
  readonly height?: number;
}

/** A browser that has made its choices and is not signed in. `onFault` hears of what no screen may do. */
export async function lookIn(
  browser: Browser,
  url: string,
  { theme, language, width, height }: Look,
  onFault: (fault: string) => void = () => {},
): Promise<Page> {
  const viewport = { width, height: height ?? (width < 600 ? 844 : 900) };
  const context = await browser.newContext({ baseURL: url, viewport });
  await context.addInitScript(
    ([chosen, spoken]) => {
      localStorage.setItem('tasklist.theme', chosen ?? '');
      localStorage.setItem('tasklist.language', spoken ?? '');
    },
    [theme, language],
  );
  context.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (/^(http|ws)s?:$/.test(protocol) && host !== new URL(url).host) onFault(`asked ${host}`);
  });
  context.on('console', (said) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript/.test(said.text())) onFault(said.text());
  });
  return context.newPage();
}

/** Signs in, with something of every kind in the inbox. The profile's language wins over the device's, so it is said there, too. */
export async function enter(page: Page, user: RestUser, language: string): Promise<void> {
  await page.route('**/api/me/inbox', (route) => route.fulfill({ json: inbox() }));
  await page.route(/\/api\/auth\/(login|refresh)$/, async (route) => {
    const answer = await route.fetch();
    const body = await answer.json();
    await route.fulfill({ response: answer, json: { ...body, user: { ...body.user, language } } });
  });
  await clashWith(page, 'Позвонить в страховую и спросить, что покрывает договор · Ask for the terms');
  await BoardPage.signIn(page, user);
}

/** Opens a screen and waits until nothing on it moves. */
export async function show(page: Page, screen: Screen, listId: string): Promise<void> {
  await visit(page, typeof screen.path === 'string' ? screen.path : screen.path(listId));
  await expect(page.getByTestId(screen.shows)).toBeVisible();
  await screen.open?.(page);
  // Nothing lies under the pointer.
  await page.mouse.move(0, 0);
  // A fade that begins with the next frame is waited for, too.
  await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
  await page.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished.catch(() => undefined))));
}

/** As a link within the app does it: loading everything anew for each screen is most of what a walk through all of them costs. */
async function visit(page: Page, path: string): Promise<void> {
  if (!page.url().startsWith('http')) {
    await page.goto(path);
    return;
  }
  const over = page.locator('.MuiModal-root');
  await expect(async () => {
    if ((await over.count()) > 0) await page.keyboard.press('Escape');
    await expect(over).toHaveCount(0, { timeout: 500 });
  }).toPass();
  // By way of a page that knows nothing, so that nothing of the screen before is kept.
  await push(page, '/nowhere');
  // Signed out it leads to the sign-in, which may be what stands there already: until the address says so, its step would undo the next one.
  await page.waitForFunction(
    () => document.querySelector('#content a[href="/"]') ?? location.search.includes('nowhere'),
  );
  await push(page, path);
}

async function push(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}
