import { byMaking, type OpStore, type PendingCommand, type Receipt, type Shelf } from '@/sync/ports';

interface Row {
  readonly key: string;
  readonly pending: PendingCommand;
  readonly tab: MemoryOpStore;
}

/** Keeps the commands as long as the page lives: for tests, and where the browser has no place to keep them. */
export class MemoryOpStore implements OpStore {
  readonly #rows: Map<string, Row>;
  readonly #receipts: Map<string, Row & { readonly receipt: Receipt }>;
  #isDead = false;

  /** A new tab shares the rows of the browser it is opened in. */
  constructor(sameBrowser?: MemoryOpStore) {
    this.#rows = sameBrowser ? sameBrowser.#rows : new Map();
    this.#receipts = sameBrowser ? sameBrowser.#receipts : new Map();
  }

  /** The tab is gone: what it has left is free for others, and it writes nothing any more. */
  die(): void {
    this.#isDead = true;
  }

  /** What this tab has to send. */
  kept(shelf: Shelf): readonly PendingCommand[] {
    return this.#of(shelf, this).map(({ pending }) => pending);
  }

  async listsLeft(userId: string): Promise<readonly string[]> {
    const left = [...this.#rows.values()].filter(({ key, tab }) => key.startsWith(`${userId}/`) && tab.#isDead);
    return [...new Set(left.map(({ key }) => key.slice(userId.length + 1)))];
  }

  async adopt(shelf: Shelf): Promise<readonly PendingCommand[]> {
    const left = this.#of(shelf, undefined);
    // In one step: of two tabs that look at the same moment, one takes it.
    for (const { pending } of left) void this.put(shelf, pending);
    return left.map(({ pending }) => pending);
  }

  async put(shelf: Shelf, pending: PendingCommand): Promise<void> {
    if (!this.#isDead) this.#rows.set(pending.command.commandId, { key: keyOf(shelf), pending, tab: this });
  }

  async remove(_: Shelf, commandIds: readonly string[]): Promise<void> {
    if (!this.#isDead) for (const commandId of commandIds) this.#rows.delete(commandId);
  }

  async keepReceipts(shelf: Shelf, receipts: readonly Receipt[]): Promise<void> {
    if (this.#isDead) return;
    for (const receipt of receipts) {
      const { pending } = receipt;
      this.#receipts.set(pending.command.commandId, { key: keyOf(shelf), pending, receipt, tab: this });
    }
  }

  async adoptReceipts(shelf: Shelf, isMeant: (receipt: Receipt) => boolean): Promise<readonly Receipt[]> {
    const left = [...this.#receipts.values()].filter(
      ({ key, tab, receipt }) => key === keyOf(shelf) && tab.#isDead && isMeant(receipt),
    );
    const found = left.map(({ receipt }) => receipt).sort((a, b) => byMaking(a.pending, b.pending));
    void this.keepReceipts(shelf, found);
    return found;
  }

  async dropReceipts(_: Shelf, commandIds: readonly string[]): Promise<void> {
    if (!this.#isDead) for (const commandId of commandIds) this.#receipts.delete(commandId);
  }

  async clear(userId: string): Promise<void> {
    for (const rows of [this.#rows, this.#receipts])
      for (const [commandId, { key }] of rows) if (key.startsWith(`${userId}/`)) rows.delete(commandId);
  }

  /** A tab's rows; without one, those of all dead tabs. */
  #of(shelf: Shelf, tab: MemoryOpStore | undefined): Row[] {
    const isMeant = (row: Row) => row.key === keyOf(shelf) && (tab ? row.tab === tab : row.tab.#isDead);
    const rows = [...this.#rows.values()].filter(isMeant);
    return rows.sort((a, b) => byMaking(a.pending, b.pending));
  }
}

function keyOf({ userId, listId }: Shelf): string {
  return `${userId}/${listId}`;
}
