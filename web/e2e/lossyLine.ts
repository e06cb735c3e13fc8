import type { Page, WebSocketRoute } from '@playwright/test';
import { isRecord } from '@/state/wire';

const separator = '\u001e';
const [dropped, killed] = [0.2, 0.3];
// Each one costs a longer pause before the next try.
const killsMost = 2;

/** The hub's socket as a bad network has it: answers to commands get lost, and now and then the whole connection. */
export class LossyLine {
  isLossy = false;
  lostAnswers = 0;
  lostConnections = 0;
  /** Nothing comes through at all, and nothing that was open stays so. */
  #isDown = false;
  readonly #open = new Set<WebSocketRoute>();
  #seed: number;

  private constructor(seed: number) {
    this.#seed = seed;
  }

  static async on(page: Page, seed = 1): Promise<LossyLine> {
    const line = new LossyLine(seed);
    await page.routeWebSocket(/\/hubs\/board/, (browser) => line.#join(browser));
    return line;
  }

  async down(): Promise<void> {
    this.#isDown = true;
    for (const each of this.#open) await each.close();
    this.#open.clear();
  }

  up(): void {
    this.#isDown = false;
  }

  async #join(browser: WebSocketRoute): Promise<void> {
    if (this.#isDown) return browser.close();
    const server = browser.connectToServer();
    this.#open.add(browser);
    const end = () => {
      this.#open.delete(browser);
      return Promise.all([browser.close(), server.close()]);
    };
    server.onClose(() => void end());
    browser.onClose(() => void end());
    server.onMessage((message) => {
      if (!this.isLossy) return browser.send(message);
      const parts = String(message).split(separator).filter(Boolean);
      const passing = parts.filter((part) => !isAnswerToACommand(part) || this.#random() >= dropped);
      this.lostAnswers += parts.length - passing.length;
      if (passing.length < parts.length && this.lostConnections < killsMost && this.#random() < killed) {
        this.lostConnections++;
        return void end();
      }
      if (passing.length > 0) browser.send(passing.map((part) => part + separator).join(''));
      return undefined;
    });
  }

  /** Always the same row of chances for a seed. */
  #random(): number {
    this.#seed = (this.#seed * 48_271) % 2_147_483_647;
    return this.#seed / 2_147_483_647;
  }
}

function isAnswerToACommand(part: string): boolean {
  const message: unknown = JSON.parse(part);
  return isRecord(message) && isRecord(message['result']) && 'accepted' in message['result'];
}
