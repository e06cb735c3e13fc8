import { second } from '@/lib/time';
import type { Clock, OpStore, PendingCommand, Receipt, Shelf } from '@/sync/ports';
import { within } from '@/sync/within';

/** A browser whose store hangs must not hold up the board. */
const patienceMs = 2 * second;

export interface JournalParts {
  readonly shelf: Shelf;
  readonly store: OpStore;
  readonly clock: Clock;
  readonly onFailure: () => void;
}

/** One list's part of the store. A store that fails costs the promise to survive a closed tab, never the command itself. */
export class Journal {
  readonly #parts: JournalParts;

  constructor(parts: JournalParts) {
    this.#parts = parts;
  }

  async load(): Promise<readonly PendingCommand[]> {
    const { store, shelf } = this.#parts;
    return (await this.#tried(store.adopt(shelf))) ?? [];
  }

  async keep(pending: readonly PendingCommand[]): Promise<void> {
    const { store, shelf } = this.#parts;
    await this.#tried(Promise.all(pending.map((each) => store.put(shelf, each))));
  }

  /** The server has these, and the board shows them. Remembered before they are forgotten: one of both survives a crash. */
  async settle(receipts: readonly Receipt[]): Promise<void> {
    if (receipts.length === 0) return;
    const { store, shelf } = this.#parts;
    await this.#tried(store.keepReceipts(shelf, receipts));
    await this.#tried(store.remove(shelf, idsOf(receipts.map(({ pending }) => pending))));
  }

  /** Of what tabs that have died since had acknowledged, what may be missing in this history. */
  async missing(isMeant: (receipt: Receipt) => boolean): Promise<readonly PendingCommand[]> {
    const { store, shelf } = this.#parts;
    const found = (await this.#tried(store.adoptReceipts(shelf, isMeant))) ?? [];
    return found.map(({ pending }) => pending);
  }

  /**
   * These are to be sent once more, before what is queued already. Not remembered as acknowledged any longer, or one tab
   * would find the command and another one its receipt.
   */
  async offerAgain(missing: readonly PendingCommand[], queued: readonly PendingCommand[]): Promise<void> {
    const { store, shelf } = this.#parts;
    await this.keep(queued);
    if (missing.length > 0) await this.#tried(store.dropReceipts(shelf, idsOf(missing)));
  }

  async forget(lost: readonly PendingCommand[]): Promise<void> {
    const { store, shelf } = this.#parts;
    if (lost.length === 0) return;
    await this.#tried(store.remove(shelf, idsOf(lost)));
    await this.#tried(store.dropReceipts(shelf, idsOf(lost)));
  }

  async #tried<T>(work: Promise<T>): Promise<T | undefined> {
    try {
      return await within(this.#parts.clock, patienceMs, work);
    } catch {
      this.#parts.onFailure();
      return undefined;
    }
  }
}

function idsOf(pending: readonly PendingCommand[]): string[] {
  return pending.map(({ command }) => command.commandId);
}
