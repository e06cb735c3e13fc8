import type { CommandBody } from '@/contract/commands';
import type { Change } from '@/contract/events';
import type { Changed, Head } from '@/contract/hub';
import { minute } from '@/lib/time';
import type { ListCopy } from '@/sync/listCopy';
import { assemble, type ListHost } from '@/sync/listParts';
import type { Outbox } from '@/sync/outbox';
import type { EngineParts, ListView } from '@/sync/ports';
import type { Reader } from '@/sync/reader';
import { isFinal, nextScope, type ScopeEvent } from '@/sync/scope';
import type { Screen } from '@/sync/screen';
import type { ScopeStatus } from '@/sync/status';
import { taskIdsIn } from '@/sync/touched';
import type { Undoing } from '@/sync/undoing';

/** One open list: its copy of the server's truth, the user's own commands on top, and the two that keep both moving. */
export class ListSync {
  readonly listId: string;
  #status: ScopeStatus = 'cold';
  #droppedAt = Number.NEGATIVE_INFINITY;
  #online = false;
  #loaded = false;
  readonly #parts: EngineParts;
  readonly #host: ListHost;
  readonly #copy: ListCopy;
  readonly #screen: Screen;
  readonly #outbox: Outbox;
  readonly #reader: Reader;

  constructor(listId: string, parts: EngineParts, host: ListHost) {
    this.listId = listId;
    this.#parts = parts;
    this.#host = host;
    const assembled = assemble(listId, parts, host, {
      copyDropped: () => this.#move('copyDropped'),
      accessLost: () => this.accessLost(),
      repaint: () => this.#repaint(),
      tooOld: () => this.#halt('unknownEvent'),
    });
    this.#copy = assembled.copy;
    this.#screen = assembled.screen;
    this.#outbox = assembled.outbox;
    this.#reader = assembled.reader;
  }

  get status(): ScopeStatus {
    return this.#status;
  }

  get wanted(): boolean {
    return this.#screen.wanted;
  }

  /** Whether nothing keeps it alive but a screen: what was left from earlier is known, and out. */
  get idle(): boolean {
    return this.#loaded && this.#outbox.queue.unsent === 0;
  }

  get unsent(): number {
    return this.#outbox.queue.unsent;
  }

  get full(): boolean {
    return this.#outbox.queue.full;
  }

  /** Whether it is open on the present connection, and so should hear heads. */
  get joined(): boolean {
    return this.#reader.joined;
  }

  /** Brings back what an earlier visit saw and could not send; only then may the list be opened at the server. */
  async load(): Promise<void> {
    await Promise.all([this.#outbox.load(), this.#copy.recall()]);
    this.#loaded = true;
    this.#enter();
    this.#repaint();
    this.#host.changed();
  }

  /** Takes over what a tab that has died since left for this list. */
  async adopt(): Promise<void> {
    if (!this.#loaded || this.#status === 'gone' || isFinal(this.#status)) return;
    if (!(await this.#outbox.load())) return;
    this.#repaint();
    this.#host.changed();
  }

  connected(): void {
    this.#online = true;
    if (this.#loaded && !isFinal(this.#status)) this.#reader.start();
  }

  disconnected(): void {
    this.#online = false;
    this.#reader.stop();
    this.#outbox.stop();
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
    this.keep();
  }

  keep(): void {
    this.#copy.keep();
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
    this.#copy.drop();
    this.#outbox.giveUp();
    this.#host.changed();
  }

  execute(body: CommandBody, deed?: string): string {
    const seen = this.#copy.board ?? this.#screen.board;
    return this.#outbox.add(body, seen?.version, deed);
  }

  get undoing(): Undoing {
    return this.#outbox.undoing;
  }

  /** Takes in what has come. Answers what to show, if there is anything. */
  flush(): ListView | undefined {
    const own = new Set(this.#outbox.queue.items.map((each) => each.command.commandId));
    const applied = this.#takeIn();
    const remote = applied.filter((change) => !own.has(change.commandId));
    return this.#screen.view(this.#copy.board, this.#outbox.queue, remote.flatMap(taskIdsIn));
  }

  /** After what was flushed has been shown. */
  flushed(): void {
    if (!this.#reader.joined) return;
    const behind = this.#copy.behind || this.#copy.torn;
    this.#move(behind ? 'behind' : 'caughtUp');
    this.#reader.follow();
    if (!behind) this.#outbox.start();
    this.#host.changed();
  }

  #takeIn(): readonly Change[] {
    try {
      const intake = this.#copy.advance();
      if (!intake) return [];
      if (intake.unknown) this.#halt('unknownEvent');
      this.#outbox.settle(intake.board, intake.applied);
      return intake.applied;
    } catch {
      this.#diverged();
      return [];
    }
  }

  /** One new copy may mend a slip; if that fails as well, the fault is in this build. */
  #diverged(): void {
    const now = this.#parts.clock.elapsed();
    if (now - this.#droppedAt < minute) {
      this.#halt('failedAgain');
      return;
    }
    this.#droppedAt = now;
    this.#copy.drop();
    this.#outbox.stop();
    this.#move('copyDropped');
    this.#reader.start();
  }

  #enter(): void {
    this.#move('opened');
    if (this.#online) this.#reader.start();
  }

  #halt(event: ScopeEvent): void {
    this.#reader.stop();
    this.#outbox.stop();
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
    this.#screen.repaint(this.#copy.board, this.#outbox.queue);
  }
}
