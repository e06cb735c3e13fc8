import type { Head, OpenAnswer } from '@/contract/hub';
import type { ListSnapshot } from '@/contract/snapshot';
import { second } from '@/lib/time';
import type { Board } from '@/sync/board';
import { retryDelay } from '@/sync/connection';
import { Errand, type Step } from '@/sync/errand';
import type { ListCopy } from '@/sync/listCopy';
import { type Clock, type Random, RefusedCall, type Transport } from '@/sync/ports';
import type { Queue } from '@/sync/queue';
import { within } from '@/sync/within';

const answerMs = 10 * second;
const snapshotMs = 30 * second;
/** A push may still be on its way when the head already tells of it. */
const pushMs = 2 * second;
const pageSize = 500;
const pendingMost = 200;
const roundsMost = 3;

/** How the server answered `Open`, as far as it tells whether the past is still the one that was known here. */
export interface Entered {
  readonly historyId: string;
  /** What the copy was built on is not the past any more. */
  readonly isNew: boolean;
  /** The same history has lost its end. */
  readonly isCut: boolean;
}

export interface ReaderParts {
  readonly listId: string;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly random: Random;
  readonly copy: ListCopy;
  readonly queue: Queue;
  readonly onNews: () => void;
  /** Answers whether there is more now whose fate is unknown. */
  readonly onEntered: (entered: Entered) => Promise<boolean>;
  readonly onAccessLost: () => void;
  readonly onUnauthenticated: () => void;
}

/** Keeps one list's copy current: opens it on each connection, fills gaps, and doubts its own silence. */
export class Reader {
  readonly #parts: ReaderParts;
  readonly #errand: Errand;
  #joined = false;
  #failures = 0;
  /** Where the copy stood when changes were last asked for: still there means that asking does not help. */
  #askedAt = -1;
  #hurried = false;
  #lowHead: number | undefined;

  constructor(parts: ReaderParts) {
    this.#parts = parts;
    this.#errand = new Errand(parts.clock);
  }

  /** Whether the list is open on this connection and the fate of the pending commands is known. */
  get joined(): boolean {
    return this.#joined;
  }

  start(): void {
    this.stop();
    this.#work(this.#join);
  }

  stop(): void {
    this.#errand.stop();
    this.#joined = false;
    this.#failures = 0;
    this.#askedAt = -1;
  }

  /** Called whenever the copy has taken in what there was. */
  follow(): void {
    const { copy } = this.#parts;
    if (!copy.behind && !copy.torn) {
      this.#hurried = false;
      this.#askedAt = -1;
      this.#errand.cancel();
    } else if (this.#joined && this.#errand.free) {
      if (copy.torn || this.#hurried) this.#work(this.#repair);
      else this.#errand.plan(pushMs, () => this.#work(this.#repair));
    }
  }

  heard(head: Head): void {
    const { copy } = this.#parts;
    if (!this.#joined || !copy.board) return;
    const { historyId, version } = copy.board;
    if (head.historyId !== historyId || this.#keepsLow(head.version, version)) {
      this.start();
    } else {
      copy.aimAt(head.version);
      this.follow();
    }
  }

  /** Whether the list still answers on this connection. */
  async probe(ms: number): Promise<boolean> {
    const { transport, clock, listId, copy } = this.#parts;
    if (!this.#joined || !copy.board) return true;
    const { historyId, version } = copy.board;
    const asked = transport.changes({ listId, historyId, afterVersion: version, limit: 1 });
    return within(clock, ms, asked).then(
      (answer) => {
        copy.aimAt(answer.version);
        this.follow();
        return true;
      },
      (error: unknown) => error instanceof RefusedCall,
    );
  }

  /** A head below ours is old news once; below what we had at the last one, it means that the past has changed. */
  #keepsLow(head: number, ours: number): boolean {
    const low = this.#lowHead !== undefined && head < this.#lowHead;
    this.#lowHead = head < ours ? ours : undefined;
    return low;
  }

  #work(step: Step): void {
    this.#errand.go(
      step,
      () => this.#done(),
      (error) => this.#failed(error),
    );
  }

  #done(): void {
    this.#failures = 0;
    if (this.#joined) this.#parts.onNews();
    else this.#work(this.#join);
  }

  #failed(error: unknown): void {
    const code = error instanceof RefusedCall ? error.code : undefined;
    this.#failures++;
    this.#errand.plan(retryDelay(this.#failures, this.#parts.random()), () => this.#work(this.#join));
    if (code === 'listNotFound') this.#parts.onAccessLost();
    if (code === 'unauthenticated') this.#parts.onUnauthenticated();
  }

  #join: Step = async (current) => {
    const { copy, queue, clock, listId, transport, onEntered } = this.#parts;
    for (let round = 0; round < roundsMost; round++) {
      const board = copy.board;
      const known = board ? { historyId: board.historyId, afterVersion: board.version } : {};
      const request = { listId, ...known, pending: queue.undecidedIds(pendingMost) };
      const answer = await within(clock, answerMs, transport.open(request));
      if (!current()) return;
      const { historyId } = answer;
      const isNew = board !== undefined && isOther(board, answer);
      const hasMore = await onEntered({ historyId, isNew, isCut: isNew && board.historyId === historyId });
      if (!current()) return;
      // Drawn before the server has said that it knows them, they would bring back for a moment what others have deleted.
      if (isNew || hasMore) continue;
      const snapshot = await this.#snapshotOf(answer);
      if (!current()) return;
      if (snapshot && snapshot.historyId !== answer.historyId) continue;
      for (const { commandId, version } of answer.outcomes ?? []) queue.accepted(commandId, version);
      if (snapshot && (copy.board?.version ?? -1) < snapshot.version) copy.replace(snapshot);
      copy.aimAt(answer.version);
      copy.hold(answer.historyId, answer.changes ?? []);
      this.#joined = true;
      this.#hurried = true;
      return;
    }
    throw new Error('the history keeps changing');
  };

  async #snapshotOf(answer: OpenAnswer): Promise<ListSnapshot | undefined> {
    const { transport, clock, listId } = this.#parts;
    if (answer.snapshotAt === undefined) return answer.snapshot;
    return within(clock, snapshotMs, transport.fetchSnapshot(listId));
  }

  #repair: Step = async (current) => {
    const { copy, clock, listId, transport } = this.#parts;
    const board = copy.board;
    if (!board || this.#askedAt === board.version) {
      // Nothing came for this gap the last time either: only a new copy helps.
      copy.drop();
      this.#joined = false;
      return;
    }
    this.#askedAt = board.version;
    const request = { listId, historyId: board.historyId, afterVersion: board.version, limit: pageSize };
    const answer = await within(clock, answerMs, transport.changes(request));
    if (!current()) return;
    if (isOther(board, answer)) this.#joined = false;
    else {
      copy.aimExactlyAt(answer.version);
      copy.hold(answer.historyId, answer.changes);
      this.#hurried = true;
    }
  };
}

/** A head below ours, or another id: what this copy was built on is not the past any more. */
function isOther(board: Board, answer: { readonly historyId: string; readonly version: number }): boolean {
  return answer.historyId !== board.historyId || answer.version < board.version;
}
