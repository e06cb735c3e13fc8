import { HttpTransportType, type HubConnection, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import type { Command } from '@/contract/commands';
import type { ExecuteAnswer, OpenAnswer } from '@/contract/hub';
import type { RestUser } from './rest';

/** A program on the hub, without a browser. */
export class Hub {
  readonly #connection: HubConnection;

  private constructor(connection: HubConnection) {
    this.#connection = connection;
  }

  static async connect(url: string, user: RestUser): Promise<Hub> {
    const connection = new HubConnectionBuilder()
      .withUrl(`${url}/hubs/board`, {
        transport: HttpTransportType.WebSockets,
        skipNegotiation: true,
        accessTokenFactory: () => user.token,
      })
      .configureLogging(LogLevel.None)
      .build();
    await connection.start();
    return new Hub(connection);
  }

  open(listId: string): Promise<OpenAnswer> {
    return this.#connection.invoke('Open', { listId });
  }

  execute(listId: string, command: Command): Promise<ExecuteAnswer> {
    return this.#connection.invoke('Execute', listId, command);
  }

  async close(): Promise<void> {
    await this.#connection.stop();
  }
}
