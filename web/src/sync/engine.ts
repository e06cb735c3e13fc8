import type { CommandBody } from '@/contract/commands';
import { uuidv7 } from '@/lib/uuidv7';
import type { Clock, OpStore, Random, Sink, Transport } from '@/sync/ports';

export interface EngineParts {
  readonly transport: Transport;
  readonly store: OpStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly sink: Sink;
  /** Who acts, for the guesses the screen shows before the server answers. */
  readonly userId: () => string | null;
}

export class Engine {
  constructor(_parts: EngineParts) {}
  signedIn(): void {}
  signedOut(): void {}
  needsAuth(): void {}
  open(_listId: string): void {}
  close(_listId: string): void {}
  poke(): void {}
  renewed(_token: string): void {}
  execute(_listId: string, _body: CommandBody): string {
    return uuidv7();
  }
  setPresence(_listId: string, _where: { taskId?: string; field?: string }): void {}
}
