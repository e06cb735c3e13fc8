import type { CommandBody } from '@/contract/commands';
import { second } from '@/lib/time';
import { BadgeKeeper } from '@/sync/badgeKeeper';
import { type ConnectionEvent, type ConnectionState, nextConnection, retryDelay } from '@/sync/connection';
import { Flusher } from '@/sync/flusher';
import { ListSync } from '@/sync/listSync';
import { type EngineParts, RefusedCall, type TransportEvents } from '@/sync/ports';
import { within } from '@/sync/within';

const connectMs = 10 * second;
const settledMs = 10 * second;
/** Two heads missed: the link is dead, whatever the socket says. */
const silenceMs = 25 * second;
const probeMs = 3 * second;

/** The live channel of this tab: one connection, the open lists, and when to do what. */
export class Engine {
  readonly #parts: EngineParts;
  readonly #badge: BadgeKeeper;
  readonly #lists = new Map<string, ListSync>();
  readonly #flusher: Flusher;
  #state: ConnectionState = { phase: 'signedOut' };
  /** Counts connections, so that a late word of an old one is known as such. */
  #epoch = 0;
  #connectedAt = 0;
  #userId: string | null = null;
  #storageFailed = false;
  #retry: (() => void) | undefined;
  #watch: (() => void) | undefined;

  constructor(parts: EngineParts) {
    this.#parts = parts;
    this.#badge = new BadgeKeeper(parts.clock, parts.sink);
    this.#flusher = new Flusher(parts.clock, parts.sink);
  }

  signedIn(): void {
    const userId = this.#parts.userId();
    // What one user left unsent must never go out under another's name.
    if (this.#userId !== null && this.#userId !== userId) this.#forgetLists();
    this.#userId = userId;
    this.#enter({ type: 'signedIn' });
  }

  signedOut(): void {
    this.#enter({ type: 'signedOut' });
    this.#forgetLists();
    this.#userId = null;
  }

  /** The session is over but the user did not leave: what is unsent waits for the next sign-in. */
  needsAuth(): void {
    this.#enter({ type: 'unauthenticated' });
  }

  open(listId: string): void {
    const known = this.#lists.get(listId);
    (known ?? this.#add(listId)).show();
    this.#changed();
  }

  close(listId: string): void {
    this.#lists.get(listId)?.hide();
    this.#changed();
  }

  execute(listId: string, body: CommandBody): string {
    return (this.#lists.get(listId) ?? this.#add(listId)).execute(body);
  }

  /** Try now: the network is back, the tab is seen again, or the user asked. */
  poke(): void {
    this.#enter({ type: 'poked' });
    if (this.#state.phase === 'connected') void this.#doubt();
  }

  renewed(accessToken: string): void {
    if (this.#state.phase !== 'connected') return;
    // A refused renewal ends the connection by itself; the next one asks for a token anew.
    this.#parts.transport.renew(accessToken).catch(() => undefined);
  }

  setPresence(listId: string, where: { taskId?: string; field?: string }): void {
    if (this.#state.phase !== 'connected') return;
    // Nobody waits for presence, and what is lost is overtaken by the next word.
    this.#parts.transport.setPresence(listId, where).catch(() => undefined);
  }

  #add(listId: string): ListSync {
    const list: ListSync = new ListSync(listId, this.#parts, {
      dirty: () => this.#flusher.soon(list),
      changed: () => this.#changed(),
      unauthenticated: () => this.#lost(),
      storageFailed: () => {
        this.#storageFailed = true;
        this.#changed();
      },
    });
    this.#lists.set(listId, list);
    if (this.#state.phase === 'connected') list.connected();
    void list.load();
    return list;
  }

  #forgetLists(): void {
    for (const list of this.#lists.values()) this.#retire(list);
    this.#parts.store.clear().catch(() => undefined);
    this.#changed();
  }

  #enter(event: ConnectionEvent): void {
    const before = this.#state;
    this.#state = nextConnection(before, event);
    if (this.#state === before) return;
    this.#retry?.();
    this.#retry = undefined;
    if (before.phase === 'connected') this.#leave();
    switch (this.#state.phase) {
      case 'connecting':
        this.#connect(this.#state.attempt);
        break;
      case 'connected':
        this.#connectedAt = this.#parts.clock.now();
        this.#stillAlive();
        for (const list of this.#lists.values()) list.connected();
        break;
      case 'waiting': {
        const ms = retryDelay(this.#state.attempt, this.#parts.random());
        this.#retry = this.#parts.clock.after(ms, () => this.#enter({ type: 'retryDue' }));
        break;
      }
      default:
        this.#drop();
    }
    this.#changed();
  }

  #leave(): void {
    this.#watch?.();
    this.#watch = undefined;
    for (const list of this.#lists.values()) list.disconnected();
  }

  #connect(attempt: number): void {
    const { transport, clock } = this.#parts;
    const epoch = ++this.#epoch;
    const askAnew = attempt % 3 === 2;
    within(clock, connectMs, transport.connect(this.#listeners(epoch), askAnew)).then(
      () => epoch === this.#epoch && this.#enter({ type: 'connectSucceeded' }),
      (error: unknown) => {
        if (epoch !== this.#epoch) return;
        this.#drop();
        const noSession = error instanceof RefusedCall && error.code === 'unauthenticated';
        this.#enter({ type: noSession ? 'unauthenticated' : 'connectFailed' });
      },
    );
  }

  #drop(): void {
    this.#epoch++;
    this.#parts.transport.disconnect();
  }

  #lost(): void {
    const { phase } = this.#state;
    if (phase !== 'connected' && phase !== 'connecting') return;
    this.#drop();
    // A connection may be gone before anybody has noted that it was made.
    if (phase === 'connecting') this.#enter({ type: 'connectFailed' });
    else this.#enter({ type: 'lost', settled: this.#parts.clock.now() - this.#connectedAt >= settledMs });
  }

  #listeners(epoch: number): TransportEvents {
    const { sink, clock, random } = this.#parts;
    const current = (work: () => void) => {
      if (epoch === this.#epoch) work();
    };
    return {
      closed: () => current(() => this.#lost()),
      changed: (message) => current(() => this.#lists.get(message.listId)?.received(message)),
      head: (heads) =>
        current(() => {
          this.#stillAlive();
          for (const head of heads) this.#lists.get(head.listId)?.heard(head);
        }),
      accessLost: (listId) => current(() => this.#lists.get(listId)?.accessLost()),
      presence: (listId, viewers) => current(() => sink.presenceChanged(listId, viewers)),
      notified: (item) => current(() => sink.notified(item)),
      listsChanged: () => current(() => sink.listsChanged()),
      // Everybody on a gateway hears this at once; they must not all arrive at the next one at once.
      draining: (retryAfterMs) =>
        current(() => void clock.after(random() * retryAfterMs, () => current(() => this.#lost()))),
    };
  }

  #stillAlive(): void {
    this.#watch?.();
    this.#watch = this.#parts.clock.after(silenceMs, () => {
      // Heads come only for open lists; without one silence means nothing.
      if ([...this.#lists.values()].some((list) => list.joined)) this.#lost();
      else this.#stillAlive();
    });
  }

  /** A socket that slept with its tab may be dead without knowing it. */
  async #doubt(): Promise<void> {
    const epoch = this.#epoch;
    const joined = [...this.#lists.values()].find((list) => list.joined);
    const answers = (await joined?.probe(probeMs)) ?? true;
    if (!answers && epoch === this.#epoch) this.#lost();
  }

  #changed(): void {
    const lists = [...this.#lists.values()];
    for (const list of lists) if (!list.wanted && list.unsent === 0) this.#retire(list);
    const shown = lists.filter((list) => list.wanted);
    this.#badge.update({
      phase: this.#state.phase,
      scopes: shown.map((list) => list.status),
      unsent: lists.reduce((sum, list) => sum + list.unsent, 0),
      storageFailed: this.#storageFailed,
      queueFull: lists.some((list) => list.full),
    });
  }

  #retire(list: ListSync): void {
    this.#lists.delete(list.listId);
    this.#flusher.forget(list);
    const { joined } = list;
    list.hide();
    list.disconnected();
    // The server forgets the list with the connection at the latest.
    if (joined) this.#parts.transport.close(list.listId).catch(() => undefined);
  }
}
