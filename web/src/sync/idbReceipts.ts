import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { day } from '@/lib/time';
import { byMaking, pendingMost, type Receipt, type Shelf } from '@/sync/ports';

interface Row extends Receipt, Shelf {
  readonly commandId: string;
  /** The tab that will offer it again, should that be needed. */
  readonly tabId: string;
}

interface Schema extends DBSchema {
  receipts: { key: [string, string, string]; value: Row; indexes: { byAge: number } };
}

/** What the server has acknowledged, for a day. In a database of its own: a tab of an older build must not keep it from opening. */
export class IdbReceipts {
  readonly #tabId: string;
  #opened: Promise<IDBPDatabase<Schema>> | undefined;

  constructor(tabId: string) {
    this.#tabId = tabId;
  }

  async keep({ userId, listId }: Shelf, receipts: readonly Receipt[]): Promise<void> {
    const { store, done } = (await this.#database()).transaction('receipts', 'readwrite');
    for (const receipt of receipts) {
      const { commandId } = receipt.pending.command;
      void store.put({ ...receipt, userId, listId, commandId, tabId: this.#tabId });
    }
    for (const key of await store.index('byAge').getAllKeys(IDBKeyRange.upperBound(Date.now() - day)))
      void store.delete(key);
    // Ids sort by the time they were made.
    if ((await store.count(allOf(userId, listId))) > pendingMost)
      for (const key of (await store.getAllKeys(allOf(userId, listId))).slice(0, -pendingMost)) void store.delete(key);
    await done;
  }

  async adopt({ userId, listId }: Shelf, isMeant: (row: Row) => boolean): Promise<readonly Receipt[]> {
    // Read and taken in one transaction: of two tabs that look at the same moment, one gets it.
    const { store, done } = (await this.#database()).transaction('receipts', 'readwrite');
    const fresh = (await store.getAll(allOf(userId, listId))).filter(({ at }) => Date.now() - at < day);
    const found = fresh.filter(isMeant);
    for (const row of found) void store.put({ ...row, tabId: this.#tabId });
    await done;
    return found.sort((a, b) => byMaking(a.pending, b.pending));
  }

  async drop({ userId, listId }: Shelf, commandIds: readonly string[]): Promise<void> {
    const { store, done } = (await this.#database()).transaction('receipts', 'readwrite');
    for (const commandId of commandIds) void store.delete([userId, listId, commandId]);
    await done;
  }

  async clear(userId: string): Promise<void> {
    await (await this.#database()).delete('receipts', allOf(userId));
  }

  #database(): Promise<IDBPDatabase<Schema>> {
    this.#opened ??= openDB<Schema>('tasklist-receipts', 1, {
      upgrade: (database) => {
        const receipts = database.createObjectStore('receipts', { keyPath: ['userId', 'listId', 'commandId'] });
        receipts.createIndex('byAge', 'at');
      },
    }).catch((error: unknown) => {
      this.#opened = undefined;
      throw error;
    });
    return this.#opened;
  }
}

/** Arrays sort after every string, so an empty one ends the range. */
function allOf(...prefix: [string] | [string, string]): IDBKeyRange {
  return IDBKeyRange.bound(prefix, [...prefix, []]);
}
