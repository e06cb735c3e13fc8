import type { Change } from '@/contract/events';
import type { ListSnapshot } from '@/contract/snapshot';
import { type Board, boardOf } from '@/sync/board';
import { type Intake, takeIn } from '@/sync/intake';
import type { Keeper } from '@/sync/keeper';

const heldMost = 5_000;

interface Held {
  readonly historyId: string;
  readonly change: Change;
}

/** The server's truth as far as it has come here: a board at a version, and changes that wait for their turn. */
export class ListCopy {
  readonly #keeper: Keeper;
  #board: Board | undefined;
  #held: Held[] = [];
  #target = 0;

  constructor(keeper: Keeper) {
    this.#keeper = keeper;
  }

  get board(): Board | undefined {
    return this.#board;
  }

  /** Whether something newer is known to exist. */
  get behind(): boolean {
    return this.#board === undefined || this.#board.version < this.#target;
  }

  /** Whether changes wait behind a gap, so that waiting longer will not help. */
  get torn(): boolean {
    return this.#held.length > 0;
  }

  /** Starts from what was last seen on this device. */
  async recall(): Promise<void> {
    const kept = await this.#keeper.read();
    this.#board ??= kept;
  }

  /** Nobody looks any more: what is to be kept is written now. */
  keep(): void {
    this.#keeper.now();
  }

  hold(historyId: string, changes: readonly Change[]): void {
    for (const change of changes) this.aimAt(change.version);
    // Overfull means hopelessly behind: the target remembers that, and catching up brings them again.
    if (this.#held.length + changes.length > heldMost) this.#held = [];
    else this.#held.push(...changes.map((change) => ({ historyId, change })));
  }

  /** The head of the log, as somebody told. */
  aimAt(version: number): void {
    this.#target = Math.max(this.#target, version);
  }

  /** The head of the log, as just read: whatever was told before counts no more. */
  aimExactlyAt(version: number): void {
    this.#target = Math.max(version, ...this.#held.map(({ change }) => change.version));
  }

  replace(snapshot: ListSnapshot): void {
    this.#board = boardOf(snapshot);
    this.#target = Math.max(snapshot.version, ...this.#changesOf(snapshot.historyId).map((change) => change.version));
  }

  drop(): void {
    this.#board = undefined;
    this.#target = 0;
    this.#keeper.drop();
  }

  /** Applies all that follows on. Throws when the copy proves wrong. */
  advance(): Intake | undefined {
    if (!this.#board) return undefined;
    const { historyId } = this.#board;
    const intake = takeIn(this.#board, this.#changesOf(historyId));
    this.#board = intake.board;
    this.#keeper.soon(intake.board);
    this.#held = intake.held.map((change) => ({ historyId, change }));
    return intake;
  }

  #changesOf(historyId: string): Change[] {
    return this.#held.filter((each) => each.historyId === historyId).map(({ change }) => change);
  }
}
