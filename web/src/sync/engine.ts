import type { CommandBody } from '@/contract/commands';
import { second } from '@/lib/time';
import { BadgeKeeper } from '@/sync/badgeKeeper';
import { Flusher } from '@/sync/flusher';
import { Line, type LineHost } from '@/sync/line';
import { ListSync } from '@/sync/listSync';
import type { EngineParts } from '@/sync/ports';

const probeMs = 3 * second;

/** The live channel of this tab: one connection and the lists that are open on it. */
export class Engine {
  readonly #parts: EngineParts;
  readonly #badge: BadgeKeeper;
  readonly #flusher: Flusher;
  readonly #line: Line;
  readonly #lists = new Map<string, ListSync>();
  #userId: string | null = null;
  #storageFailed = false;

  constructor(parts: EngineParts) {
    this.#parts = parts;
    this.#badge = new BadgeKeeper(parts.clock, parts.sink);
    this.#flusher = new Flusher(parts.clock, parts.sink);
    this.#line = new Line(parts, this.#host());
  }

  signedIn(): void {
    const userId = this.#parts.userId();
    // What one user left unsent must never go out under another's name.
    if (this.#userId !== null && this.#userId !== userId) this.#forgetLists();
    this.#userId = userId;
    this.#line.enter({ type: 'signedIn' });
    void this.#takeOver();
  }

  signedOut(): void {
    this.#line.enter({ type: 'signedOut' });
    this.#forgetLists();
    if (this.#userId !== null) this.#parts.store.clear(this.#userId).catch(() => this.#noteStorage());
    // After the lists: what they write while they leave goes, too.
    this.#parts.lastSeen.clear().catch(() => undefined);
    this.#userId = null;
  }

  /** The session is over but the user did not leave: what is unsent waits for the next sign-in. */
  needsAuth(): void {
    this.#line.enter({ type: 'unauthenticated' });
  }

  open(listId: string): void {
    (this.#lists.get(listId) ?? this.#add(listId)).show();
    this.#changed();
  }

  close(listId: string): void {
    this.#lists.get(listId)?.hide();
    this.#changed();
  }

  /** The page may be gone without another word. */
  hidden(): void {
    for (const list of this.#lists.values()) list.keep();
  }

  /** Several commands of one press name the first one's id as their `deed`: they are taken back together. */
  execute(listId: string, body: CommandBody, deed?: string): string {
    return (this.#lists.get(listId) ?? this.#add(listId)).execute(body, deed);
  }

  /** Takes back what this user did last here, or one certain deed; false when there is nothing to take back. */
  undo(listId: string, commandId?: string): boolean {
    const undoing = this.#lists.get(listId)?.undoing;
    return (commandId === undefined ? undoing?.undo() : undoing?.undoOne(commandId)) ?? false;
  }

  redo(listId: string): boolean {
    return this.#lists.get(listId)?.undoing.redo() ?? false;
  }

  /** Try now: the network is back, the tab is seen again, or the user asked. */
  poke(): void {
    void this.#takeOver();
    this.#line.enter({ type: 'poked' });
    const joined = [...this.#lists.values()].find((list) => list.joined);
    if (joined) void this.#line.doubt(() => joined.probe(probeMs));
  }

  renewed(accessToken: string): void {
    if (this.#line.phase !== 'connected') return;
    // A refused renewal ends the connection by itself; the next one asks for a token anew.
    this.#parts.transport.renew(accessToken).catch(() => undefined);
  }

  setPresence(listId: string, where: { taskId?: string; field?: string }): void {
    if (this.#line.phase !== 'connected') return;
    // Nobody waits for presence, and what is lost is overtaken by the next word.
    this.#parts.transport.setPresence(listId, where).catch(() => undefined);
  }

  #host(): LineHost {
    const { sink } = this.#parts;
    const each = (work: (list: ListSync) => void) => {
      for (const list of [...this.#lists.values()]) work(list);
    };
    return {
      up: () => {
        each((list) => list.connected());
        void this.#takeOver();
        sink.connected();
      },
      down: () => each((list) => list.disconnected()),
      changed: () => this.#changed(),
      expectsHeads: () => [...this.#lists.values()].some((list) => list.joined),
      messages: {
        changed: (message) => this.#lists.get(message.listId)?.received(message),
        head: (heads) => {
          // Every ten seconds, and so soon enough to look after tabs that have died, too.
          void this.#takeOver();
          for (const head of heads) this.#lists.get(head.listId)?.heard(head);
        },
        accessLost: (listId) => this.#lists.get(listId)?.accessLost(),
        presence: (listId, viewers) => sink.presenceChanged(listId, viewers),
        notified: (item) => sink.notified(item),
        listsChanged: () => sink.listsChanged(),
      },
    };
  }

  #add(listId: string): ListSync {
    const list: ListSync = new ListSync(listId, this.#parts, {
      dirty: () => this.#flusher.soon(list),
      changed: () => this.#changed(),
      unauthenticated: () => this.#line.lost(),
      storageFailed: () => this.#noteStorage(),
    });
    this.#lists.set(listId, list);
    if (this.#line.phase === 'connected') list.connected();
    void list.load();
    return list;
  }

  /** Sends what earlier visits and tabs that have died left, also for lists that nobody looks at now. */
  async #takeOver(): Promise<void> {
    const userId = this.#userId;
    if (userId === null) return;
    try {
      for (const listId of await this.#parts.store.listsLeft(userId)) {
        if (userId !== this.#userId) return;
        const list = this.#lists.get(listId);
        if (list) await list.adopt();
        else this.#add(listId);
      }
    } catch {
      this.#noteStorage();
    }
  }

  #noteStorage(): void {
    this.#storageFailed = true;
    this.#changed();
  }

  #changed(): void {
    const lists = [...this.#lists.values()];
    for (const list of lists) if (!list.wanted && list.idle) this.#retire(list);
    const shown = lists.filter((list) => list.wanted);
    this.#badge.update({
      phase: this.#line.phase,
      scopes: shown.map((list) => list.status),
      unsent: lists.reduce((sum, list) => sum + list.unsent, 0),
      storageFailed: this.#storageFailed,
      queueFull: lists.some((list) => list.full),
    });
  }

  #forgetLists(): void {
    for (const list of this.#lists.values()) this.#retire(list);
    this.#changed();
  }

  #retire(list: ListSync): void {
    this.#lists.delete(list.listId);
    this.#flusher.forget(list);
    list.hide();
    list.disconnected();
    // Also where `Open` is still under way: the server takes one connection's calls in order.
    if (this.#line.phase === 'connected') this.#parts.transport.close(list.listId).catch(() => undefined);
  }
}
