import type { Command, CommandBody } from '@/contract/commands';
import type { Change } from '@/contract/events';
import type { Changed, ExecuteAnswer, Head } from '@/contract/hub';
import { minute } from '@/lib/time';
import { uuidv7 } from '@/lib/uuidv7';
import { Journal } from '@/sync/journal';
import { ListCopy } from '@/sync/listCopy';
import type { EngineParts, ListView, PendingCommand } from '@/sync/ports';
import { Queue } from '@/sync/queue';
import { Reader } from '@/sync/reader';
import { isFinal, nextScope, type ScopeEvent } from '@/sync/scope';
import { Screen } from '@/sync/screen';
import { Sender } from '@/sync/sender';
import type { ScopeStatus } from '@/sync/status';

export interface ListHost {
  /** There is news: flush soon. */
  dirty(): void;
  /** Something the badge tells of has changed. */
  changed(): void;
  unauthenticated(): void;
  storageFailed(): void;
}

/** One open list: its copy of the server's truth, the user's own commands on top, and the two that keep both moving. */
export class ListSync {
  readonly listId: string;
  #status: ScopeStatus = 'cold';
  #droppedAt = Number.NEGATIVE_INFINITY;
  #online = false;
  #loaded = false;
  readonly #parts: EngineParts;
  readonly #host: ListHost;
  readonly #copy = new ListCopy();
  readonly #queue = new Queue();
  readonly #screen: Screen;
  readonly #journal: Journal;
  readonly #reader: Reader;
  readonly #sender: Sender;

  constructor(listId: string, parts: EngineParts, host: ListHost) {
    this.listId = listId;
    this.#parts = parts;
    this.#host = host;
    this.#screen = new Screen(listId, parts);
    this.#journal = new Journal(listId, parts.store, host.storageFailed);
    const { transport, clock, random } = parts;
    const common = { listId, transport, clock, random, queue: this.#queue, onUnauthenticated: host.unauthenticated };
    this.#reader = new Reader({
      ...common,
      copy: this.#copy,
      onNews: host.dirty,
      onOtherHistory: () => this.#otherHistory(),
      onAccessLost: () => this.accessLost(),
    });
    this.#sender = new Sender({ ...common, onAnswer: (pending, answer) => this.#answered(pending, answer) });
  }

  get status(): ScopeStatus {
    return this.#status;
  }

  get wanted(): boolean {
    return this.#screen.wanted;
  }

  get unsent(): number {
    return this.#queue.unsent;
  }

  get full(): boolean {
    return this.#queue.full;
  }

  /** Whether it is open on the present connection, and so should hear heads. */
  get joined(): boolean {
    return this.#reader.joined;
  }

  /** Brings back what an earlier visit could not send; only then may the list be opened at the server. */
  async load(): Promise<void> {
    this.#queue.addEarlier(await this.#journal.load());
    this.#loaded = true;
    this.#enter();
    this.#host.changed();
  }

  connected(): void {
    this.#online = true;
    if (this.#loaded && !isFinal(this.#status)) this.#reader.start();
  }

  disconnected(): void {
    this.#online = false;
    this.#reader.stop();
    this.#sender.stop();
    this.#move('connectionLost');
  }

  /** Paints what there is, and looks whether access came back. */
  show(): void {
    this.#screen.wanted = true;
    this.#screen.moved(this.#status);
    this.#repaint();
    if (this.#status === 'gone') this.#enter();
  }

  hide(): void {
    this.#screen.wanted = false;
  }

  received(message: Changed): void {
    const { board } = this.#copy;
    if (this.#status === 'gone' || isFinal(this.#status)) return;
    if (board && this.#reader.joined && board.historyId !== message.historyId) {
      // Another history: `Open` tells what became of ours.
      this.#reader.start();
      return;
    }
    this.#copy.hold(message.historyId, message.changes);
    this.#host.dirty();
  }

  heard(head: Head): void {
    this.#reader.heard(head);
  }

  probe(ms: number): Promise<boolean> {
    return this.#reader.probe(ms);
  }

  accessLost(): void {
    this.#halt('accessLost');
    const { unsent } = this.#queue;
    this.#forget(this.#queue.clear());
    if (unsent > 0) this.#screen.notice('accessLost', 'accessLost', { unsent });
  }

  execute(body: CommandBody): string {
    const { clock } = this.#parts;
    const seen = this.#copy.board ?? this.#screen.board;
    const commandId = uuidv7(clock.now());
    const command: Command = { ...body, commandId, ...(seen ? { baseVersion: seen.version } : {}) };
    if (this.#queue.full) {
      this.#screen.notice('queueFull', 'queueFull');
      return commandId;
    }
    const pending = { command, madeAt: clock.now() };
    this.#queue.add(pending);
    // Kept first, then sent: what was sent from a tab that died must be found again.
    void this.#journal.keep([pending]).then(() => this.#sender.pump());
    this.#repaint();
    this.#host.changed();
    return commandId;
  }

  /** Takes in what has come. Answers what to show, if there is anything. */
  flush(): ListView | undefined {
    const own = new Set(this.#queue.items.map((each) => each.command.commandId));
    const applied = this.#takeIn();
    const remote = applied.filter((change) => !own.has(change.commandId));
    return this.#screen.view(this.#copy.board, this.#queue, remote.flatMap(taskIdsIn));
  }

  /** After what was flushed has been shown. */
  flushed(): void {
    if (!this.#reader.joined) return;
    const behind = this.#copy.behind || this.#copy.torn;
    this.#move(behind ? 'behind' : 'caughtUp');
    this.#reader.follow();
    if (!behind) this.#sender.start();
    this.#host.changed();
  }

  #takeIn(): readonly Change[] {
    try {
      const intake = this.#copy.advance();
      if (!intake) return [];
      if (intake.unknown) this.#halt('unknownEvent');
      const carried = new Set(intake.applied.map((change) => change.commandId));
      const settled = this.#queue.settle(intake.board.version, carried, this.#parts.clock.now());
      void this.#journal.forget(settled);
      return intake.applied;
    } catch {
      this.#diverged();
      return [];
    }
  }

  #answered({ command }: PendingCommand, answer: ExecuteAnswer): void {
    const code = answer.code ?? 'refused';
    if (answer.accepted) {
      const version = answer.version ?? this.#copy.board?.version ?? 0;
      this.#queue.accepted(command.commandId, version, this.#parts.clock.now());
      this.#copy.aimAt(version);
      for (const { field } of answer.conflicts ?? []) this.#screen.notice('conflict', 'conflict', { field });
      this.#host.dirty();
    } else if (code === 'unknownCommand' || code === 'unknownField') {
      this.#halt('unknownEvent');
    } else {
      this.#forget(this.#queue.refused(command.commandId));
      this.#screen.notice('refused', code, answer.params);
      this.#repaint();
    }
    this.#host.changed();
  }

  #otherHistory(): void {
    this.#copy.drop();
    this.#sender.stop();
    this.#queue.offerAgain(this.#parts.clock.now());
    void this.#journal.keep(this.#queue.items);
    this.#move('copyDropped');
  }

  /** One new copy may mend a slip; if that fails as well, the fault is in this build. */
  #diverged(): void {
    const now = this.#parts.clock.now();
    if (now - this.#droppedAt < minute) {
      this.#halt('failedAgain');
      return;
    }
    this.#droppedAt = now;
    this.#copy.drop();
    this.#sender.stop();
    this.#move('copyDropped');
    this.#reader.start();
  }

  #enter(): void {
    this.#move('opened');
    if (this.#online) this.#reader.start();
  }

  #halt(event: ScopeEvent): void {
    this.#reader.stop();
    this.#sender.stop();
    this.#move(event);
  }

  #move(event: ScopeEvent): void {
    const next = nextScope(this.#status, event, this.#copy.board !== undefined);
    if (next === this.#status) return;
    this.#status = next;
    this.#screen.moved(next);
    this.#host.changed();
  }

  #repaint(): void {
    this.#screen.repaint(this.#copy.board, this.#queue);
  }

  #forget(lost: readonly PendingCommand[]): void {
    void this.#journal.forget(lost.map((each) => each.command.commandId));
    this.#host.changed();
  }
}

function taskIdsIn({ events }: Change): string[] {
  return events.flatMap((event) => ('taskId' in event && typeof event.taskId === 'string' ? [event.taskId] : []));
}
