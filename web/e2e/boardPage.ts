import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { ListSnapshot } from '@/contract/snapshot';
import type { RestUser } from './rest';

/** What a board shows, in a form that can be compared: sections with their cards, a tick for what is done. */
export type Picture = readonly { readonly section: string; readonly cards: readonly string[] }[];

export function pictureOf(snapshot: ListSnapshot): Picture {
  const tasks = new Map(snapshot.tasks.map((task) => [task.taskId, task]));
  return snapshot.sections.map(({ name, taskIds }) => ({
    section: name,
    cards: taskIds.map((id) => `${tasks.get(id)?.completedAt ? '✓ ' : ''}${tasks.get(id)?.title}`),
  }));
}

/** One person's browser. Locators and the few gestures that several specs share. */
export class BoardPage {
  readonly page: Page;
  readonly context: BrowserContext;

  private constructor(page: Page, context: BrowserContext) {
    this.page = page;
    this.context = context;
  }

  /** A browser of its own that has this user's session; where it goes first is the test's. */
  static async signedIn(
    browser: Browser,
    url: string,
    user: RestUser,
    more: BrowserContextOptions = {},
  ): Promise<BoardPage> {
    const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 800 }, ...more });
    const answer = await context.request.post('/api/auth/login', {
      headers: { 'X-TaskList': '1' },
      data: { email: user.email, password: user.password },
    });
    expect(answer.ok(), 'signed in').toBe(true);
    return new BoardPage(await context.newPage(), context);
  }

  /** One more tab of the same browser. */
  async anotherTab(): Promise<BoardPage> {
    return new BoardPage(await this.context.newPage(), this.context);
  }

  /** As people do it, by the form. */
  static async signIn(page: Page, user: RestUser): Promise<void> {
    await page.goto('/sign-in');
    await page.locator('input[name=email]').fill(user.email);
    await page.locator('input[name=password]').fill(user.password);
    await page.getByTestId('sign-in').locator('button[type=submit]').click();
    await expect(page.getByTestId('home')).toBeVisible();
  }

  /** Opens the list and leaves a mark that a reload would wipe. */
  async open(listId: string): Promise<void> {
    await this.page.goto(`/l/${listId}`);
    await expect(this.page.getByTestId('board')).toBeVisible();
    await this.page.evaluate(() => {
      document.documentElement.dataset['sameDocument'] = 'yes';
    });
  }

  async expectNoReload(): Promise<void> {
    await expect(this.page.locator('html')).toHaveAttribute('data-same-document', 'yes');
  }

  section(name: string): Locator {
    return this.page.getByTestId('section').filter({ has: this.page.getByRole('heading', { name, exact: true }) });
  }

  card(title: string): Locator {
    return this.page.getByTestId('card').filter({ hasText: title });
  }

  async add(section: string, title: string): Promise<void> {
    await this.section(section).getByTestId('add-task').click();
    await this.page.getByTestId('quick-add').fill(title);
    await this.page.keyboard.press('Enter');
    await this.page.keyboard.press('Escape');
  }

  async picture(): Promise<Picture> {
    return this.page.getByTestId('section').evaluateAll((sections) =>
      sections.map((section) => ({
        section: section.querySelector('h2')?.textContent ?? '',
        cards: [...section.querySelectorAll<HTMLElement>('[data-task-id]')].map((card) => {
          const title = card.querySelector('p')?.firstChild?.textContent ?? '';
          return `${card.dataset['done'] === undefined ? '' : '✓ '}${title}`;
        }),
      })),
    );
  }

  async expectPicture(picture: Picture): Promise<void> {
    await expect.poll(() => this.picture(), { timeout: 60_000 }).toEqual(picture);
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
