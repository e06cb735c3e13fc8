import type { Command, CommandBody } from '@/contract/commands';
import type { Change } from '@/contract/events';
import type { ExecuteAnswer } from '@/contract/hub';
import { uuidv7 } from '@/lib/uuidv7';
import { Journal } from '@/sync/journal';
import type { EngineParts, PendingCommand } from '@/sync/ports';
import { Queue } from '@/sync/queue';
import type { Screen } from '@/sync/screen';
import { Sender } from '@/sync/sender';

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
  readonly #sender: Sender;

  constructor(listId: string, parts: EngineParts, screen: Screen, host: OutboxHost) {
    this.#parts = parts;
    this.#host = host;
    this.#screen = screen;
    const { transport, clock, random, store } = parts;
    // An outbox belongs to the user it was made for, whoever sits here later.
    const shelf = { userId: parts.userId() ?? '', listId };
    this.#journal = new Journal({ shelf, store, clock, onFailure: host.storageFailed });
    this.#sender = new Sender({
      listId,
      transport,
      clock,
      random,
      queue: this.queue,
      onAnswer: (pending, answer) => this.#answered(pending, answer),
      onUnauthenticated: host.unauthenticated,
    });
  }

  /** Brings back what an earlier visit could not send. */
  async load(): Promise<void> {
    this.queue.addEarlier(await this.#journal.load());
  }

  start(): void {
    this.#sender.start();
  }

  stop(): void {
    this.#sender.stop();
  }

  add(body: CommandBody, seenVersion: number | undefined): string {
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
  settle(version: number, applied: readonly Change[]): void {
    const carried = new Set(applied.map((change) => change.commandId));
    void this.#journal.forget(this.queue.settle(version, carried, this.#parts.clock.now()));
  }

  offerAgain(): void {
    this.#sender.stop();
    this.queue.offerAgain(this.#parts.clock.now());
    void this.#journal.keep(this.queue.items);
  }

  /** The list is out of reach for good: nothing of this will ever be taken. */
  giveUp(): void {
    const { unsent } = this.queue;
    this.#forget(this.queue.clear());
    if (unsent > 0) this.#screen.notice('accessLost', 'accessLost', { unsent });
  }

  #answered({ command }: PendingCommand, answer: ExecuteAnswer): void {
    const code = answer.code ?? 'refused';
    if (answer.accepted && answer.version !== undefined) {
      this.queue.accepted(command.commandId, answer.version, this.#parts.clock.now());
      this.#tellConflicts(answer);
      this.#host.accepted(answer.version);
    } else if (code === 'unknownCommand' || code === 'unknownField') {
      this.#host.tooOld();
    } else {
      this.#forget(this.queue.refused(command.commandId));
      this.#screen.notice('refused', code, answer.params);
      this.#host.repaint();
    }
    this.#host.changed();
  }

  #tellConflicts({ conflicts = [] }: ExecuteAnswer): void {
    const me = this.#parts.userId();
    // Two quick edits of one's own look like a clash to the server; nobody needs to hear of that.
    for (const { field, byActorId } of conflicts)
      if (byActorId !== me) this.#screen.notice('conflict', 'conflict', { field });
  }

  #forget(lost: readonly PendingCommand[]): void {
    void this.#journal.forget(lost.map((each) => each.command.commandId));
  }
}
