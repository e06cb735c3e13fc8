import type { HubConnection } from '@microsoft/signalr';
import type { Command } from '@/contract/commands';
import type { ChangesAnswer, ChangesRequest, ExecuteAnswer, OpenAnswer, OpenRequest, Refusal } from '@/contract/hub';
import type { ListSnapshot } from '@/contract/snapshot';
import { asChanged, asHeads, asInboxItem, asViewers, checkedChanges } from '@/sync/guards';
import { RefusedCall, type Transport, type TransportEvents } from '@/sync/ports';

type SnapshotAnswer =
  | { readonly ok: true; readonly value: ListSnapshot }
  | { readonly ok: false; readonly refusal: Refusal };

export interface SignalrParts {
  /** Undefined when nobody is signed in; throws when the server cannot be asked. */
  readonly token: (askAnew: boolean) => Promise<string | undefined>;
  readonly snapshot: (listId: string) => Promise<SnapshotAnswer>;
  readonly url?: string;
}

/** Nobody needs it to sign in, so it does not hold up that page; a failed load is a failed attempt to connect. */
function library() {
  return import('@microsoft/signalr');
}

/** The only file that knows SignalR. Reconnecting is the engine's work: the library's own gives up and cannot be woken. */
export class SignalrTransport implements Transport {
  readonly #parts: SignalrParts;
  #connection: HubConnection | undefined;

  constructor(parts: SignalrParts) {
    this.#parts = parts;
    // Fetched meanwhile all the same: most visitors are signed in.
    library().catch(() => undefined);
  }

  async connect(events: TransportEvents, askAnew: boolean): Promise<void> {
    const token = await this.#parts.token(askAnew);
    if (token === undefined) throw new RefusedCall('unauthenticated');
    const { HttpTransportType, HubConnectionBuilder, LogLevel } = await library();
    const connection = new HubConnectionBuilder()
      .withUrl(this.#parts.url ?? '/hubs/board', {
        transport: HttpTransportType.WebSockets,
        skipNegotiation: true,
        accessTokenFactory: () => token,
      })
      .configureLogging(LogLevel.None)
      .build();
    listen(connection, events);
    this.#connection = connection;
    connection.onclose(() => {
      if (this.#connection === connection) this.#connection = undefined;
      events.closed();
    });
    await connection.start();
  }

  disconnect(): void {
    const connection = this.#connection;
    this.#connection = undefined;
    // A socket that will not close is already lost; nothing is left to do for it.
    connection?.stop().catch(() => undefined);
  }

  async open(request: OpenRequest): Promise<OpenAnswer> {
    return checkedChanges(await this.#invoke<OpenAnswer>('Open', request));
  }

  close(listId: string): Promise<void> {
    return this.#invoke('Close', listId);
  }

  execute(listId: string, command: Command): Promise<ExecuteAnswer> {
    return this.#invoke('Execute', listId, command);
  }

  async changes(request: ChangesRequest): Promise<ChangesAnswer> {
    return checkedChanges(await this.#invoke<ChangesAnswer>('Changes', request));
  }

  async fetchSnapshot(listId: string): Promise<ListSnapshot> {
    const answer = await this.#parts.snapshot(listId);
    if (answer.ok) return answer.value;
    throw answer.refusal.retryAfterMs === undefined ? new RefusedCall(answer.refusal.code) : new Error('unavailable');
  }

  setPresence(listId: string, where: { taskId?: string; field?: string }): Promise<void> {
    return this.#invoke('SetPresence', listId, where);
  }

  renew(accessToken: string): Promise<void> {
    return this.#invoke('Renew', accessToken);
  }

  async #invoke<T>(method: string, ...args: unknown[]): Promise<T> {
    const connection = this.#connection;
    if (!connection) throw new Error('not connected');
    try {
      return await connection.invoke<T>(method, ...args);
    } catch (error) {
      const code = refusalIn(error);
      throw code === undefined ? error : new RefusedCall(code);
    }
  }
}

/** The bare code at the end of a HubException's message; SignalR puts its own sentence before it. */
function refusalIn(error: unknown): string | undefined {
  const message = error instanceof Error ? error.message : '';
  return /HubException: (?<code>[a-z][A-Za-z]*)$/.exec(message)?.groups?.['code'];
}

function listen(connection: HubConnection, events: TransportEvents): void {
  // Exactly one handler per message, each synchronous: a second one would run late and out of order.
  connection.on('Changed', (message: unknown) => events.changed(asChanged(message)));
  connection.on('Head', (heads: unknown) => events.head(asHeads(heads)));
  connection.on('AccessLost', (listId: unknown) => events.accessLost(String(listId)));
  connection.on('Presence', (message: unknown) => {
    const { listId, viewers } = asViewers(message);
    events.presence(listId, viewers);
  });
  connection.on('Notified', (item: unknown) => events.notified(asInboxItem(item)));
  connection.on('ListsChanged', () => events.listsChanged());
  connection.on('Draining', (message: unknown) => events.draining(retryAfterIn(message)));
}

function retryAfterIn(message: unknown): number {
  const value = typeof message === 'object' && message !== null && 'retryAfterMs' in message ? message.retryAfterMs : 0;
  return typeof value === 'number' ? value : 0;
}
