import type { Command, CommandBody } from '@/contract/commands';
import { uuidv7 } from '@/lib/uuidv7';
import { Hub } from './hub';
import type { RestUser } from './rest';
import { pause } from './wait';

/**
 * Sends a steady stream of commands, whatever happens to the other side: an unanswered command is sent again
 * under its own id, as the protocol asks, until it is decided.
 */
export class Sender {
  /** What the server has answered for: command id → version. */
  readonly acknowledged = new Map<string, number>();
  readonly #url: string;
  readonly #user: RestUser;
  readonly #listId: string;
  readonly #next: (at: number) => CommandBody;
  #hub: Hub | undefined;
  #sent = 0;
  #isStopped = false;
  #loop: Promise<void> | undefined;

  constructor(url: string, user: RestUser, listId: string, next: (at: number) => CommandBody) {
    this.#url = url;
    this.#user = user;
    this.#listId = listId;
    this.#next = next;
  }

  get sent(): number {
    return this.#sent;
  }

  start(perSecond: number): void {
    this.#loop = this.#run(1_000 / perSecond);
  }

  /** Sends nothing new and waits until everything sent is decided. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#loop;
    await this.#hub?.close();
  }

  async #run(everyMs: number): Promise<void> {
    const open: Promise<void>[] = [];
    const started = Date.now();
    while (!this.#isStopped) {
      open.push(this.#deliver({ ...this.#next(this.#sent), commandId: uuidv7() }));
      this.#sent++;
      await pause(Math.max(0, started + this.#sent * everyMs - Date.now()));
    }
    await Promise.all(open);
  }

  async #deliver(command: Command): Promise<void> {
    // Bounded: a minute of trying is longer than any restart in these tests.
    for (const end = Date.now() + 60_000; Date.now() < end; await pause(100)) {
      try {
        this.#hub ??= await this.#connected();
        const answer = await this.#hub.execute(this.#listId, command);
        if (answer.accepted && answer.version !== undefined) {
          this.acknowledged.set(command.commandId, answer.version);
          return;
        }
        if (answer.retryAfterMs === undefined) throw new Refused(answer.code);
      } catch (error) {
        if (error instanceof Refused) throw error;
        this.#hub = undefined;
      }
    }
    throw new Error(`command ${command.commandId} was never decided`);
  }

  // One attempt at a time, shared by every command that waits for it.
  #connecting: Promise<Hub> | undefined;
  #connected(): Promise<Hub> {
    this.#connecting ??= Hub.connect(this.#url, this.#user).finally(() => {
      this.#connecting = undefined;
    });
    return this.#connecting;
  }
}

class Refused extends Error {
  constructor(code: string | undefined) {
    super(`refused: ${code}`);
  }
}
