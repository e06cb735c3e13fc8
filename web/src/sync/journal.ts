import { second } from '@/lib/time';
import type { Clock, OpStore, PendingCommand, Shelf } from '@/sync/ports';
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

  async forget(commandIds: readonly string[]): Promise<void> {
    const { store, shelf } = this.#parts;
    if (commandIds.length > 0) await this.#tried(store.remove(shelf, commandIds));
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
