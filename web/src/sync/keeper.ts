import { second } from '@/lib/time';
import type { Board } from '@/sync/board';
import type { LastSeen } from '@/sync/lastSeen';
import type { Clock, Shelf } from '@/sync/ports';

const quietMs = second;
/** Tasks whose picture takes about a frame to write; larger ones are written less often in proportion. */
const aFrameful = 1_000;

export interface KeeperParts {
  readonly shelf: Shelf;
  readonly lastSeen: LastSeen;
  readonly clock: Clock;
}

/** Keeps one list's copy of the server's truth on this device. It never fails: without a picture the next visit asks the server. */
export class Keeper {
  readonly #parts: KeeperParts;
  #latest: Board | undefined;
  #kept: Board | undefined;
  #cancel: (() => void) | undefined;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
  }

  async read(): Promise<Board | undefined> {
    this.#kept = await this.#parts.lastSeen.board(this.#parts.shelf).catch(() => undefined);
    return this.#kept;
  }

  soon(board: Board): void {
    this.#latest = board;
    if (board === this.#kept || this.#cancel) return;
    // The first picture at once: somebody who only looks in may be gone again.
    const ms = this.#kept ? quietMs * Math.max(1, board.lastNumber / aFrameful) : 0;
    this.#cancel = this.#parts.clock.after(ms, () => this.now());
  }

  /** Nobody may be here any more when the time has come. */
  now(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    if (!this.#latest || this.#latest === this.#kept) return;
    this.#kept = this.#latest;
    this.#parts.lastSeen.keepBoard(this.#parts.shelf, this.#latest).catch(() => undefined);
  }

  drop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#latest = undefined;
    this.#kept = undefined;
    this.#parts.lastSeen.dropBoard(this.#parts.shelf).catch(() => undefined);
  }
}
