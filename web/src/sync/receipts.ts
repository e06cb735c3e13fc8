import { day } from '@/lib/time';
import type { Journal } from '@/sync/journal';
import { type Clock, type PendingCommand, pendingMost, type Receipt } from '@/sync/ports';

/** What the server has acknowledged in the last day. In another history it may be missing; then it is offered again. */
export class Receipts {
  readonly #journal: Journal;
  readonly #clock: Clock;
  #own: { readonly receipt: Receipt; readonly elapsed: number }[] = [];

  constructor(journal: Journal, clock: Clock) {
    this.#journal = journal;
    this.#clock = clock;
  }

  /** Commands that the board of this history now shows. */
  add(done: readonly PendingCommand[], historyId: string): void {
    const elapsed = this.#clock.elapsed();
    const receipts = done.map(({ command, madeAt }) => ({
      pending: { command, madeAt },
      historyId,
      at: this.#clock.now(),
    }));
    this.#own = [...this.#fresh(), ...receipts.map((receipt) => ({ receipt, elapsed }))].slice(-pendingMost);
    void this.#journal.settle(receipts);
  }

  /**
   * What may be missing in this history: of this visit, and of tabs that have died since. A past that has been cut off
   * under its own name (`cut`) may miss anything.
   */
  async missing(historyId: string, cut: boolean): Promise<readonly PendingCommand[]> {
    const isMeant = (receipt: Receipt) => cut || receipt.historyId !== historyId;
    const left = await this.#journal.missing(isMeant);
    const own = this.#fresh().filter(({ receipt }) => isMeant(receipt));
    this.#own = this.#fresh().filter((each) => !own.includes(each));
    const known = new Set(own.map(({ receipt }) => receipt.pending.command.commandId));
    return [
      ...left.filter(({ command }) => !known.has(command.commandId)),
      ...own.map(({ receipt }) => receipt.pending),
    ];
  }

  #fresh() {
    return this.#own.filter(({ elapsed }) => this.#clock.elapsed() - elapsed < day);
  }
}
