import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { uuidv7 } from '@/lib/uuidv7';
import { IdbReceipts } from '@/sync/idbReceipts';
import { byMaking, type OpStore, type PendingCommand, type Receipt, type Shelf } from '@/sync/ports';

interface Row {
  readonly userId: string;
  readonly listId: string;
  readonly commandId: string;
  /** The tab that will send it. */
  readonly tabId: string;
  readonly pending: PendingCommand;
}

interface Schema extends DBSchema {
  ops: { key: [string, string, string]; value: Row };
}

const lockPrefix = 'tasklist-tab-';

/** Keeps the commands in the browser, so that they outlive the tab. */
export class IdbOpStore implements OpStore {
  readonly #tabId = uuidv7();
  readonly #locks: LockManager | undefined;
  readonly #receipts = new IdbReceipts(this.#tabId);
  #opened: Promise<IDBPDatabase<Schema>> | undefined;

  constructor(locks: LockManager | undefined = globalThis.navigator?.locks) {
    this.#locks = locks;
    // Held as long as the tab lives; the browser lets go of it even when the tab crashes.
    locks?.request(lockPrefix + this.#tabId, () => new Promise<never>(() => {})).catch(() => undefined);
  }

  async listsLeft(userId: string): Promise<readonly string[]> {
    const isLeft = await this.#isLeft();
    const rows = (await (await this.#database()).getAll('ops', allOf(userId))).filter(isLeft);
    return [...new Set(rows.map((row) => row.listId))];
  }

  async adopt(shelf: Shelf): Promise<readonly PendingCommand[]> {
    const isLeft = await this.#isLeft();
    // Read and taken in one transaction: of two tabs that look at the same moment, one gets it.
    const { store, done } = (await this.#database()).transaction('ops', 'readwrite');
    const rows = (await store.getAll(allOf(shelf.userId, shelf.listId))).filter(isLeft);
    for (const row of rows) void store.put({ ...row, tabId: this.#tabId });
    await done;
    return rows.map((row) => row.pending).sort(byMaking);
  }

  async put({ userId, listId }: Shelf, pending: PendingCommand): Promise<void> {
    const { commandId } = pending.command;
    await (await this.#database()).put('ops', { userId, listId, commandId, tabId: this.#tabId, pending });
  }

  async remove({ userId, listId }: Shelf, commandIds: readonly string[]): Promise<void> {
    const { store, done } = (await this.#database()).transaction('ops', 'readwrite');
    for (const commandId of commandIds) void store.delete([userId, listId, commandId]);
    await done;
  }

  async keepReceipts(shelf: Shelf, receipts: readonly Receipt[]): Promise<void> {
    await this.#receipts.keep(shelf, receipts);
  }

  async adoptReceipts(shelf: Shelf, isMeant: (receipt: Receipt) => boolean): Promise<readonly Receipt[]> {
    const isLeft = await this.#isLeft();
    return this.#receipts.adopt(shelf, (row) => isLeft(row) && isMeant(row));
  }

  async dropReceipts(shelf: Shelf, commandIds: readonly string[]): Promise<void> {
    await this.#receipts.drop(shelf, commandIds);
  }

  async clear(userId: string): Promise<void> {
    await (await this.#database()).delete('ops', allOf(userId));
    await this.#receipts.clear(userId);
  }

  /** Whether a row's tab is gone. Where the browser has no locks nobody can tell, and sending twice is harmless. */
  async #isLeft(): Promise<(row: Pick<Row, 'tabId'>) => boolean> {
    const living = (await this.#locks?.query())?.held?.map((lock) => lock.name) ?? [];
    return ({ tabId }) => tabId !== this.#tabId && !living.includes(lockPrefix + tabId);
  }

  #database(): Promise<IDBPDatabase<Schema>> {
    this.#opened ??= openDB<Schema>('tasklist', 1, {
      upgrade: (database) => database.createObjectStore('ops', { keyPath: ['userId', 'listId', 'commandId'] }),
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
