import type { OpStore, PendingCommand } from '@/sync/ports';

/** Keeps the queue for the life of the tab. */
export class MemoryOpStore implements OpStore {
  readonly #lists = new Map<string, Map<string, PendingCommand>>();

  keptNow(listId: string): readonly PendingCommand[] {
    return [...(this.#lists.get(listId)?.values() ?? [])].sort(byMaking);
  }

  async load(listId: string): Promise<readonly PendingCommand[]> {
    return this.keptNow(listId);
  }

  async put(listId: string, pending: PendingCommand): Promise<void> {
    const list = this.#lists.get(listId) ?? new Map<string, PendingCommand>();
    list.set(pending.command.commandId, pending);
    this.#lists.set(listId, list);
  }

  async remove(listId: string, commandIds: readonly string[]): Promise<void> {
    for (const commandId of commandIds) this.#lists.get(listId)?.delete(commandId);
  }

  async clear(): Promise<void> {
    this.#lists.clear();
  }
}

/** Ids sort by the time they were made. */
function byMaking(a: PendingCommand, b: PendingCommand): number {
  return a.command.commandId < b.command.commandId ? -1 : 1;
}
