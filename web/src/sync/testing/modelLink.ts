import type { Command } from '@/contract/commands';
import type { ChangesAnswer, ChangesRequest, ExecuteAnswer, OpenAnswer, OpenRequest } from '@/contract/hub';
import type { ListSnapshot } from '@/contract/snapshot';
import type { Transport, TransportEvents } from '@/sync/ports';
import type { ModelServer } from '@/sync/testing/modelServer';
import type { VirtualClock } from '@/sync/testing/virtualClock';

interface Call {
  readonly serve: () => unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

interface Arrival {
  readonly push: boolean;
  readonly deliver: () => void;
}

export type Undecided = 'before' | 'after' | undefined;

/** One client's wire to the model server, with every way it can fail. Nothing moves unless the test moves it. */
export class ModelLink implements Transport {
  reachable = true;
  /** How the next commands fare: turned away unread, or written and then denied an answer. */
  undecided: Undecided;
  readonly #server: ModelServer;
  readonly #clock: VirtualClock;
  readonly #userId: string;
  #events: TransportEvents | undefined;
  #calls: Call[] = [];
  #arrivals: Arrival[] = [];
  #subscribed = false;
  #pushedTo = 0;
  #pushedHistory = '';

  constructor(server: ModelServer, clock: VirtualClock, userId: string) {
    this.#server = server;
    this.#clock = clock;
    this.#userId = userId;
  }

  async connect(events: TransportEvents): Promise<void> {
    if (!this.reachable) throw new Error('unreachable');
    this.disconnect();
    this.#events = events;
  }

  disconnect(): void {
    this.#events = undefined;
    this.#subscribed = false;
    for (const call of this.#calls.splice(0)) call.reject(new Error('closed'));
    this.#arrivals = [];
  }

  open(request: OpenRequest): Promise<OpenAnswer> {
    return this.#call(() => {
      this.#subscribed = true;
      this.#pushedTo = this.#server.version;
      this.#pushedHistory = this.#server.historyId;
      return this.#server.open(request);
    });
  }

  async close(): Promise<void> {
    this.#subscribed = false;
  }

  execute(_: string, command: Command): Promise<ExecuteAnswer> {
    return this.#call(() => {
      const again = { accepted: false, code: 'overloaded', retryAfterMs: 100 };
      if (this.undecided === 'before') return again;
      const answer = this.#server.execute(this.#userId, command, this.#clock.now());
      return this.undecided === 'after' ? again : answer;
    });
  }

  changes(request: ChangesRequest): Promise<ChangesAnswer> {
    return this.#call(() => this.#server.changes(request));
  }

  fetchSnapshot(): Promise<ListSnapshot> {
    return this.#call(() => this.#server.snapshot());
  }

  async setPresence(): Promise<void> {}
  async renew(): Promise<void> {}

  /** The server works through the oldest calls. */
  serve(count: number, times = 1): void {
    for (const call of this.#calls.splice(0, count)) {
      let answer: unknown;
      for (let time = 0; time < times; time++) answer = call.serve();
      this.push();
      this.#arrivals.push({ push: false, deliver: () => call.resolve(answer as never) });
    }
  }

  /** What is new in the log sets out for this client. */
  push(): void {
    const { historyId, log, version, listId } = this.#server;
    if (!this.#subscribed) return;
    if (historyId !== this.#pushedHistory) {
      this.#pushedHistory = historyId;
      this.#pushedTo = version;
    }
    if (version <= this.#pushedTo) return;
    const changes = log.slice(this.#pushedTo);
    this.#pushedTo = version;
    this.#arrivals.push({ push: true, deliver: () => this.#events?.changed({ listId, historyId, changes }) });
  }

  head(): void {
    const { historyId, version, listId } = this.#server;
    if (!this.#subscribed) return;
    this.#arrivals.push({ push: true, deliver: () => this.#events?.head([{ listId, historyId, version }]) });
  }

  deliver(count: number): void {
    for (const arrival of this.#arrivals.splice(0, count)) arrival.deliver();
  }

  accessLost(): void {
    this.#events?.accessLost(this.#server.listId);
  }

  draining(retryAfterMs: number): void {
    this.#events?.draining(retryAfterMs);
  }

  loseCall(): void {
    this.#calls.shift();
  }

  loseArrival(): void {
    this.#arrivals.shift();
  }

  repeatPush(): void {
    const push = this.#arrivals.find((arrival) => arrival.push);
    if (push) this.#arrivals.push(push);
  }

  reorder(): void {
    const [first, second, ...rest] = this.#arrivals;
    if (first && second) this.#arrivals = [second, first, ...rest];
  }

  cut(): void {
    const events = this.#events;
    this.disconnect();
    events?.closed();
  }

  #call<T>(serve: () => T): Promise<T> {
    if (!this.#events) return Promise.reject(new Error('not connected'));
    return new Promise((resolve, reject) => this.#calls.push({ serve, resolve, reject }));
  }
}
