import type { OpStore, PendingCommand, Shelf } from '@/sync/ports';

/** Keeps the commands as long as the page lives: for tests, and where the browser has no place to keep them. */
export class MemoryOpStore implements OpStore {
  readonly #shelves = new Map<string, Map<string, PendingCommand>>();

  kept(shelf: Shelf): readonly PendingCommand[] {
    return [...(this.#shelves.get(keyOf(shelf))?.values() ?? [])].sort(byMaking);
  }

  async listsLeft(userId: string): Promise<readonly string[]> {
    const mine = [...this.#shelves].filter(([key, kept]) => key.startsWith(`${userId}/`) && kept.size > 0);
    return mine.map(([key]) => key.slice(userId.length + 1));
  }

  async adopt(shelf: Shelf): Promise<readonly PendingCommand[]> {
    return this.kept(shelf);
  }

  async put(shelf: Shelf, pending: PendingCommand): Promise<void> {
    const kept = this.#shelves.get(keyOf(shelf)) ?? new Map<string, PendingCommand>();
    kept.set(pending.command.commandId, pending);
    this.#shelves.set(keyOf(shelf), kept);
  }

  async remove(shelf: Shelf, commandIds: readonly string[]): Promise<void> {
    for (const commandId of commandIds) this.#shelves.get(keyOf(shelf))?.delete(commandId);
  }

  async clear(userId: string): Promise<void> {
    for (const key of this.#shelves.keys()) if (key.startsWith(`${userId}/`)) this.#shelves.delete(key);
  }
}

function keyOf({ userId, listId }: Shelf): string {
  return `${userId}/${listId}`;
}

/** Ids sort by the time they were made. */
export function byMaking(a: PendingCommand, b: PendingCommand): number {
  return a.command.commandId < b.command.commandId ? -1 : 1;
}
