import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Board } from '@/sync/board';
import type { KeptAnswer, LastSeen } from '@/sync/lastSeen';
import type { Shelf } from '@/sync/ports';

interface BoardRow extends Shelf {
  readonly at: number;
  readonly board: Board;
}

interface Schema extends DBSchema {
  boards: { key: [string, string]; value: BoardRow; indexes: { byAge: [string, number] } };
  answers: { key: [string, string]; value: KeptAnswer & { readonly userId: string } };
}

/** The newest stay. */
const boardsMost = 10;
/** Raised whenever a board's shape changes; what was kept in another shape is thrown away. */
const shape = 1;

/** In a database of its own: that of the unsent commands must never be thrown away with it. */
export class IdbLastSeen implements LastSeen {
  #opened: Promise<IDBPDatabase<Schema>> | undefined;

  async board({ userId, listId }: Shelf): Promise<Board | undefined> {
    return (await (await this.#database()).get('boards', [userId, listId]))?.board;
  }

  async keepBoard({ userId, listId }: Shelf, board: Board): Promise<void> {
    const { store, done } = (await this.#database()).transaction('boards', 'readwrite');
    void store.put({ userId, listId, at: Date.now(), board });
    const oldestFirst = await store.index('byAge').getAllKeys(allOf(userId));
    for (const key of oldestFirst.slice(0, -boardsMost)) void store.delete(key);
    await done;
  }

  async dropBoard({ userId, listId }: Shelf): Promise<void> {
    await (await this.#database()).delete('boards', [userId, listId]);
  }

  async answers(userId: string): Promise<readonly KeptAnswer[]> {
    return (await this.#database()).getAll('answers', allOf(userId));
  }

  async keepAnswer(userId: string, { name, value }: KeptAnswer): Promise<void> {
    await (await this.#database()).put('answers', { userId, name, value });
  }

  async clear(): Promise<void> {
    const transaction = (await this.#database()).transaction(['boards', 'answers'], 'readwrite');
    for (const name of transaction.objectStoreNames) void transaction.objectStore(name).clear();
    await transaction.done;
  }

  #database(): Promise<IDBPDatabase<Schema>> {
    this.#opened ??= openDB<Schema>('tasklist-seen', shape, {
      upgrade: (database) => {
        for (const name of database.objectStoreNames) database.deleteObjectStore(name);
        const boards = database.createObjectStore('boards', { keyPath: ['userId', 'listId'] });
        boards.createIndex('byAge', ['userId', 'at']);
        database.createObjectStore('answers', { keyPath: ['userId', 'name'] });
      },
    }).catch((error: unknown) => {
      this.#opened = undefined;
      throw error;
    });
    return this.#opened;
  }
}

/** Arrays sort after every string and number, so an empty one ends the range. */
function allOf(userId: string): IDBKeyRange {
  return IDBKeyRange.bound([userId], [userId, []]);
}
