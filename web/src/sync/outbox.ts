import type { Command, CommandBody } from '@/contract/commands';
import type { Change } from '@/contract/events';
import type { ExecuteAnswer } from '@/contract/hub';
import { sortsAfter, uuidv7 } from '@/lib/uuidv7';
import type { Board } from '@/sync/board';
import { clashOf } from '@/sync/clash';
import { Journal } from '@/sync/journal';
import type { EngineParts, PendingCommand } from '@/sync/ports';
import { Queue } from '@/sync/queue';
import type { Entered } from '@/sync/reader';
import { Receipts } from '@/sync/receipts';
import type { Screen } from '@/sync/screen';
import { Sender } from '@/sync/sender';
import { textsIn } from '@/sync/texts';
import { Undoing } from '@/sync/undoing';

export interface OutboxHost {
  /** The server has it at this version: the copy must get there. */
  accepted(version: number): void;
  /** The commands shown on the screen are others now. */
  repaint(): void;
  /** The server does not know our words: one side is older. */
  tooOld(): void;
  changed(): void;
  unauthenticated(): void;
  storageFailed(): void;
}

/** The user's own commands of one list: queued, kept in the store, sent, and out again once they are decided. */
export class Outbox {
  readonly queue = new Queue();
  readonly #parts: EngineParts;
  readonly #host: OutboxHost;
  readonly #screen: Screen;
  readonly #journal: Journal;
  readonly #receipts: Receipts;
  readonly #sender: Sender;
  readonly #undoing: Undoing;
  /** Undefined until the list has been open: what earlier visits were told has to be looked at once. */
  #historyId: string | undefined;

  constructor(listId: string, parts: EngineParts, screen: Screen, host: OutboxHost) {
    this.#parts = parts;
    this.#host = host;
    this.#screen = screen;
    const { transport, clock, random, store } = parts;
    // An outbox belongs to the user it was made for, whoever sits here later.
    const shelf = { userId: parts.userId() ?? '', listId };
    this.#journal = new Journal({ shelf, store, clock, onFailure: host.storageFailed });
    this.#receipts = new Receipts(this.#journal, clock);
    this.#sender = new Sender({
      listId,
      transport,
      clock,
      random,
      queue: this.queue,
      onAnswer: (pending, answer) => this.#answered(pending, answer),
      onUnauthenticated: host.unauthenticated,
    });
    this.#undoing = new Undoing({
      add: (body) => this.#queueUp(body, undefined),
      cancel: (commandId) => this.#cancel(commandId),
    });
  }

  /** The user's own actions of this visit, to be taken back and done again. */
  get undoing(): Undoing {
    return this.#undoing;
  }

  /** Brings back what an earlier visit, or a tab that has died since, could not send. Answers whether there was anything. */
  async load(): Promise<boolean> {
    const kept = await this.#journal.load();
    const newest = kept.at(-1);
    // The clock may have been set back since they were made, and the store keeps the order by id.
    if (newest) sortsAfter(newest.command.commandId);
    this.queue.addEarlier(kept);
    this.#sender.pump();
    return newest !== undefined;
  }

  start(): void {
    this.#sender.start();
  }

  stop(): void {
    this.#sender.stop();
  }

  /** `deed`: the first of the commands that one press gave together. */
  add(body: CommandBody, seenVersion: number | undefined, deed?: string): string {
    const commandId = this.#queueUp(body, seenVersion);
    if (this.queue.has(commandId)) this.#undoing.made(commandId, body, deed);
    return commandId;
  }

  #queueUp(body: CommandBody, seenVersion: number | undefined): string {
    const now = this.#parts.clock.now();
    const commandId = uuidv7(now);
    const command: Command = { ...body, commandId, ...(seenVersion === undefined ? {} : { baseVersion: seenVersion }) };
    if (this.queue.full) {
      this.#screen.notice('queueFull', 'queueFull');
      return commandId;
    }
    const pending = { command, madeAt: now };
    this.queue.add(pending);
    // Kept first, then sent: what was sent from a tab that died must be found again.
    void this.#journal.keep([pending]).then(() => this.#sender.pump());
    this.#host.repaint();
    this.#host.changed();
    return commandId;
  }

  /** The copy has reached a version. A change that carries a command always wins over what was said about it. */
  settle({ version, historyId }: Board, applied: readonly Change[]): void {
    const carried = new Set(applied.map((change) => change.commandId));
    for (const change of applied) this.#undoing.accepted(change.commandId, change.version);
    this.#receipts.add(this.queue.settle(version, carried), historyId);
  }

  /** The list is open in a history that may miss what was acknowledged before: that is offered again. Answers whether there is any. */
  async enter({ historyId, isNew, isCut }: Entered): Promise<boolean> {
    if (!isNew && this.#historyId === historyId) return false;
    const isOther = isNew || this.#historyId !== undefined;
    if (isOther) this.#sender.stop();
    const missing = await this.#receipts.missing(historyId, isCut);
    this.#historyId = historyId;
    if (!isOther && missing.length === 0) return false;
    this.#sender.stop();
    this.#undoing.forget();
    this.queue.offerAgain(missing);
    this.#host.changed();
    await this.#journal.offerAgain(missing, this.queue.items);
    return missing.length > 0;
  }

  /** The list is out of reach for good: nothing of this will ever be taken. */
  giveUp(): void {
    const { unsent } = this.queue;
    const lost = this.queue.clear();
    this.#forget(lost);
    if (unsent > 0) this.#screen.notice('accessLost', 'accessLost', { unsent }, textsIn(lost));
  }

  #answered({ command }: PendingCommand, answer: ExecuteAnswer): void {
    const code = answer.code ?? 'refused';
    if (answer.accepted && answer.version !== undefined) {
      this.queue.accepted(command.commandId, answer.version);
      this.#undoing.accepted(command.commandId, answer.version);
      this.#tellConflicts(command, answer);
      this.#host.accepted(answer.version);
    } else if (code === 'unknownCommand' || code === 'unknownField') {
      this.#host.tooOld();
    } else {
      const lost = this.queue.refused(command.commandId);
      for (const each of lost) this.#undoing.refused(each.command.commandId);
      this.#forget(lost);
      this.#screen.notice('refused', code, answer.params, textsIn(lost));
      this.#host.repaint();
    }
    this.#host.changed();
  }

  #cancel(commandId: string): boolean {
    const lost = this.queue.cancel(commandId);
    if (!lost) return false;
    for (const each of lost) this.#undoing.refused(each.command.commandId);
    this.#forget(lost);
    this.#host.repaint();
    this.#host.changed();
    return true;
  }

  #tellConflicts(command: Command, { conflicts = [] }: ExecuteAnswer): void {
    const me = this.#parts.userId();
    if (command.type === 'undo') {
      if (conflicts.length > 0) this.#screen.notice('conflict', 'undonePartly');
      return;
    }
    // Two quick edits of one's own look like a clash to the server; nobody needs to hear of that.
    for (const conflict of conflicts.filter(({ byActorId }) => byActorId !== me)) {
      const clash = clashOf(command, conflict);
      if (clash) this.#screen.clashed(clash);
      // The zone goes with the date it belongs to.
      else if (conflict.field !== 'timeZone') this.#screen.notice('conflict', 'conflict', { field: conflict.field });
    }
  }

  #forget(lost: readonly PendingCommand[]): void {
    void this.#journal.forget(lost);
  }
}
