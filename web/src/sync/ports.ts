import type { Command } from '@/contract/commands';
import type {
  Changed,
  ChangesAnswer,
  ChangesRequest,
  ExecuteAnswer,
  Head,
  OpenAnswer,
  OpenRequest,
  Viewer,
} from '@/contract/hub';
import type { InboxItem } from '@/contract/rest';
import type { ListSnapshot } from '@/contract/snapshot';
import type { Board } from '@/sync/board';
import type { LastSeen } from '@/sync/lastSeen';
import type { Badge, EngineNotice, ScopeStatus } from '@/sync/status';

/** What the wire calls. All of them return at once: they only hand over. */
export interface TransportEvents {
  closed(): void;
  changed(message: Changed): void;
  head(heads: readonly Head[]): void;
  accessLost(listId: string): void;
  presence(listId: string, viewers: readonly Viewer[]): void;
  notified(item: InboxItem): void;
  listsChanged(): void;
  draining(retryAfterMs: number): void;
}

/** A call the server refused, by its code. Everything else that a call throws leaves its outcome unknown. */
export class RefusedCall extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

export interface Transport {
  /**
   * Rejects with RefusedCall('unauthenticated') when nobody is signed in. A browser hides why a socket was refused,
   * so after several failures `askAnew` has the session checked before the next attempt.
   */
  connect(events: TransportEvents, askAnew: boolean): Promise<void>;
  disconnect(): void;
  open(request: OpenRequest): Promise<OpenAnswer>;
  close(listId: string): Promise<void>;
  execute(listId: string, command: Command): Promise<ExecuteAnswer>;
  changes(request: ChangesRequest): Promise<ChangesAnswer>;
  fetchSnapshot(listId: string): Promise<ListSnapshot>;
  setPresence(listId: string, where: { taskId?: string; field?: string }): Promise<void>;
  renew(accessToken: string): Promise<void>;
}

/** A command on its way. Its order among others is that of the queue it lies in. */
export interface PendingCommand {
  readonly command: Command;
  /** Milliseconds: what the screen shows as the time of the change until the server says its own. */
  readonly madeAt: number;
  /** Set once the server has it: it stays on the screen until the board has reached this version. */
  readonly acceptedAt?: number;
}

/** So many of one list are kept, unsent ones and acknowledged ones alike. */
export const pendingMost = 1_000;

/** Ids sort by the time they were made. */
export function byMaking(a: PendingCommand, b: PendingCommand): number {
  return a.command.commandId < b.command.commandId ? -1 : 1;
}

/** Where a user's commands for a list are kept. */
export interface Shelf {
  readonly userId: string;
  readonly listId: string;
}

/** A command that the server has acknowledged, and the history it did so in: another one may not hold it. */
export interface Receipt {
  readonly pending: PendingCommand;
  readonly historyId: string;
  /** By the clock on the wall, for it has to outlive the page. */
  readonly at: number;
}

/** Keeps what the server has not acknowledged, per user: nobody's command may ever go out under another's name. */
export interface OpStore {
  /** Lists with commands that no living tab is about to send. */
  listsLeft(userId: string): Promise<readonly string[]>;
  /** Those commands of one list, oldest first; they belong to this tab from now on. */
  adopt(shelf: Shelf): Promise<readonly PendingCommand[]>;
  put(shelf: Shelf, pending: PendingCommand): Promise<void>;
  remove(shelf: Shelf, commandIds: readonly string[]): Promise<void>;
  /** Remembers what was acknowledged for a day, the newest of it: a restored past may have lost it. */
  keepReceipts(shelf: Shelf, receipts: readonly Receipt[]): Promise<void>;
  /** What tabs that have died since had acknowledged, oldest first; it belongs to this tab from now on. */
  adoptReceipts(shelf: Shelf, isMeant: (receipt: Receipt) => boolean): Promise<readonly Receipt[]>;
  dropReceipts(shelf: Shelf, commandIds: readonly string[]): Promise<void>;
  /** The user left this device. */
  clear(userId: string): Promise<void>;
}

export interface Clock {
  /** The time of day. People and time servers set it, also back: good for what is shown, never for how long something took. */
  now(): number;
  /** Milliseconds since some moment; only ever goes forward. */
  elapsed(): number;
  /** Runs `work` once after `ms`; the answer takes it back. */
  after(ms: number, work: () => void): () => void;
}

/** From 0 up to 1. */
export type Random = () => number;

export interface ListOverlay {
  readonly listId: string;
  readonly view: Board;
  /** Tasks with a command that the server has not acknowledged. */
  readonly unsent: ReadonlySet<string>;
}

export interface ListView extends ListOverlay {
  /** Tasks that somebody else changed in this batch. */
  readonly remoteTaskIds: readonly string[];
}

/** Where the engine's results go: the store, or a test's notebook. */
export interface Sink {
  serverBatchApplied(lists: readonly ListView[], at: number): void;
  overlayChanged(overlay: ListOverlay): void;
  scopeChanged(listId: string, status: ScopeStatus): void;
  connectionChanged(badge: Badge): void;
  /** What the server told nobody in the meantime has to be asked for. */
  connected(): void;
  noticed(notice: EngineNotice): void;
  presenceChanged(listId: string, viewers: readonly Viewer[]): void;
  listsChanged(): void;
  notified(item: InboxItem): void;
}

export interface EngineParts {
  readonly transport: Transport;
  readonly store: OpStore;
  readonly lastSeen: LastSeen;
  readonly clock: Clock;
  readonly random: Random;
  readonly sink: Sink;
  /** Who acts, for the guesses the screen shows before the server answers. */
  readonly userId: () => string | null;
}
