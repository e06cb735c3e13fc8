import { second } from '@/lib/time';
import { type ConnectionEvent, type ConnectionState, nextConnection, retryDelay } from '@/sync/connection';
import { type EngineParts, RefusedCall, type TransportEvents } from '@/sync/ports';
import { within } from '@/sync/within';

const connectMs = 10 * second;
const settledMs = 10 * second;
/** Two heads missed: the link is dead, whatever the socket says. */
const silenceMs = 25 * second;

export interface LineHost {
  up(): void;
  down(): void;
  changed(): void;
  /** Whether a list is open, so that the server has reason to speak now and then. */
  expectsHeads(): boolean;
  readonly messages: Omit<TransportEvents, 'closed' | 'draining'>;
}

/** The one connection: made, watched, lost and made again, for as long as somebody is signed in. */
export class Line {
  readonly #parts: Pick<EngineParts, 'transport' | 'clock' | 'random'>;
  readonly #host: LineHost;
  #state: ConnectionState = { phase: 'signedOut' };
  /** Counts connections, so that a late word of an old one is known as such. */
  #epoch = 0;
  #upSince = 0;
  #retry: (() => void) | undefined;
  #watch: (() => void) | undefined;

  constructor(parts: Pick<EngineParts, 'transport' | 'clock' | 'random'>, host: LineHost) {
    this.#parts = parts;
    this.#host = host;
  }

  get phase(): ConnectionState['phase'] {
    return this.#state.phase;
  }

  enter(event: ConnectionEvent): void {
    const before = this.#state;
    this.#state = nextConnection(before, event);
    if (this.#state === before) return;
    this.#retry?.();
    this.#retry = undefined;
    if (before.phase === 'connected') {
      this.#watch?.();
      this.#host.down();
    }
    switch (this.#state.phase) {
      case 'connecting':
        this.#connect(this.#state.attempt);
        break;
      case 'connected':
        this.#upSince = this.#parts.clock.elapsed();
        this.#stillAlive();
        this.#host.up();
        break;
      case 'waiting': {
        const ms = retryDelay(this.#state.attempt, this.#parts.random());
        this.#retry = this.#parts.clock.after(ms, () => this.enter({ type: 'retryDue' }));
        break;
      }
      default:
        this.#drop();
    }
    this.#host.changed();
  }

  /** This connection is of no use any more, whether it knows that or not. */
  lost(): void {
    const { phase } = this.#state;
    if (phase !== 'connected' && phase !== 'connecting') return;
    this.#drop();
    // A connection may be gone before anybody has noted that it was made.
    if (phase === 'connecting') this.enter({ type: 'connectFailed' });
    else this.enter({ type: 'lost', settled: this.#parts.clock.elapsed() - this.#upSince >= settledMs });
  }

  /** A socket that slept with its tab may be dead without knowing it. */
  async doubt(probe: () => Promise<boolean>): Promise<void> {
    const epoch = this.#epoch;
    const answers = await probe();
    if (!answers && epoch === this.#epoch) this.lost();
  }

  #connect(attempt: number): void {
    const { transport, clock } = this.#parts;
    const epoch = ++this.#epoch;
    const askAnew = attempt % 3 === 2;
    within(clock, connectMs, transport.connect(this.#listeners(epoch), askAnew)).then(
      () => epoch === this.#epoch && this.enter({ type: 'connectSucceeded' }),
      (error: unknown) => {
        if (epoch !== this.#epoch) return;
        this.#drop();
        const noSession = error instanceof RefusedCall && error.code === 'unauthenticated';
        this.enter({ type: noSession ? 'unauthenticated' : 'connectFailed' });
      },
    );
  }

  #drop(): void {
    this.#epoch++;
    this.#parts.transport.disconnect();
  }

  #stillAlive(): void {
    this.#watch?.();
    this.#watch = this.#parts.clock.after(silenceMs, () => {
      if (this.#host.expectsHeads()) this.lost();
      else this.#stillAlive();
    });
  }

  #listeners(epoch: number): TransportEvents {
    const { messages } = this.#host;
    const { clock, random } = this.#parts;
    const current = (work: () => void) => {
      if (epoch === this.#epoch) work();
    };
    return {
      closed: () => current(() => this.lost()),
      changed: (message) => current(() => messages.changed(message)),
      head: (heads) =>
        current(() => {
          this.#stillAlive();
          messages.head(heads);
        }),
      accessLost: (listId) => current(() => messages.accessLost(listId)),
      presence: (listId, viewers) => current(() => messages.presence(listId, viewers)),
      notified: (item) => current(() => messages.notified(item)),
      listsChanged: () => current(() => messages.listsChanged()),
      // Everybody on a gateway hears this at once; they must not all arrive at the next one at once.
      draining: (retryAfterMs) =>
        current(() => void clock.after(random() * retryAfterMs, () => current(() => this.lost()))),
    };
  }
}
