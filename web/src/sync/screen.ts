import type { Params } from '@/contract/hub';
import type { Board } from '@/sync/board';
import type { Clash } from '@/sync/clash';
import type { EngineParts, ListView } from '@/sync/ports';
import { unsentTasks } from '@/sync/project';
import { Projector } from '@/sync/projector';
import type { Queue } from '@/sync/queue';
import type { EngineNotice, ScopeStatus } from '@/sync/status';

/** One list as it is shown: what goes to the sink, and only while somebody looks. */
export class Screen {
  /** Without a screen the list lives on only until its commands are out. */
  wanted = false;
  readonly #listId: string;
  readonly #parts: Pick<EngineParts, 'sink' | 'userId'>;
  readonly #projector = new Projector();
  #board: Board | undefined;

  constructor(listId: string, parts: Pick<EngineParts, 'sink' | 'userId'>) {
    this.#listId = listId;
    this.#parts = parts;
  }

  /** The last copy seen: while a new one is fetched, it stays on the screen. */
  get board(): Board | undefined {
    return this.#board;
  }

  view(board: Board | undefined, queue: Queue, remoteTaskIds: readonly string[]): ListView | undefined {
    this.#board = board ?? this.#board;
    if (!this.#board || !this.wanted) return undefined;
    const view = this.#projector.show(this.#board, queue.items, this.#parts.userId());
    return { listId: this.#listId, view, unsent: unsentTasks(queue.items), remoteTaskIds };
  }

  repaint(board: Board | undefined, queue: Queue): void {
    const view = this.view(board, queue, []);
    if (view) this.#parts.sink.overlayChanged(view);
  }

  moved(status: ScopeStatus): void {
    if (this.wanted) this.#parts.sink.scopeChanged(this.#listId, status);
  }

  clashed(clash: Clash): void {
    this.#parts.sink.noticed({ kind: 'conflict', code: 'conflict', listId: this.#listId, clash });
  }

  notice(kind: EngineNotice['kind'], code: string, params?: Params, text?: string): void {
    const more = { ...(params ? { params } : {}), ...(text === undefined ? {} : { text }) };
    this.#parts.sink.noticed({ kind, code, listId: this.#listId, ...more });
  }
}
