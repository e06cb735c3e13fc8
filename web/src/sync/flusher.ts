import type { ListSync } from '@/sync/listSync';
import type { Clock, Sink } from '@/sync/ports';

const flushMs = 16;

/** Gathers what comes in and shows it at most once a frame's time, all lists in one go. By timer: a hidden tab has no frames. */
export class Flusher {
  readonly #clock: Clock;
  readonly #sink: Sink;
  readonly #dirty = new Set<ListSync>();
  #due = false;
  #flushedAt = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock, sink: Sink) {
    this.#clock = clock;
    this.#sink = sink;
  }

  soon(list: ListSync): void {
    this.#dirty.add(list);
    if (this.#due) return;
    this.#due = true;
    const passed = this.#clock.elapsed() - this.#flushedAt;
    this.#clock.after(Math.max(0, flushMs - passed), () => this.#flush());
  }

  forget(list: ListSync): void {
    this.#dirty.delete(list);
  }

  #flush(): void {
    this.#due = false;
    this.#flushedAt = this.#clock.elapsed();
    const lists = [...this.#dirty];
    this.#dirty.clear();
    const views = lists.flatMap((list) => list.flush() ?? []);
    if (views.length > 0) this.#sink.serverBatchApplied(views, this.#clock.now());
    for (const list of lists) list.flushed();
  }
}
