import type { OpStore, PendingCommand } from '@/sync/ports';

/** One list's part of the store. A store that fails costs the promise to survive a closed tab, never the command itself. */
export class Journal {
  readonly #listId: string;
  readonly #store: OpStore;
  readonly #onFailure: () => void;

  constructor(listId: string, store: OpStore, onFailure: () => void) {
    this.#listId = listId;
    this.#store = store;
    this.#onFailure = onFailure;
  }

  async load(): Promise<readonly PendingCommand[]> {
    try {
      return await this.#store.load(this.#listId);
    } catch {
      this.#onFailure();
      return [];
    }
  }

  async keep(pending: readonly PendingCommand[]): Promise<void> {
    try {
      for (const each of pending) await this.#store.put(this.#listId, each);
    } catch {
      this.#onFailure();
    }
  }

  async forget(commandIds: readonly string[]): Promise<void> {
    if (commandIds.length === 0) return;
    try {
      await this.#store.remove(this.#listId, commandIds);
    } catch {
      this.#onFailure();
    }
  }
}
