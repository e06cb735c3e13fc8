import type { Clock } from '@/sync/ports';

interface Timer {
  readonly at: number;
  readonly work: () => void;
}

/** Time that passes only when a test says so; promises get their turn in between. */
export class VirtualClock implements Clock {
  #now = 1_700_000_000_000;
  /** What the clock on the wall was set wrong by. */
  #wrong = 0;
  #timers = new Set<Timer>();

  now(): number {
    return this.#now + this.#wrong;
  }

  elapsed(): number {
    return this.#now;
  }

  /** Somebody, or a time server, sets the clock on the wall. */
  jump(ms: number): void {
    this.#wrong += ms;
  }

  after(ms: number, work: () => void): () => void {
    const timer = { at: this.#now + Math.max(0, ms), work };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      await settled();
      const due = [...this.#timers].filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#timers.delete(due);
      this.#now = Math.max(this.#now, due.at);
      due.work();
    }
    this.#now = end;
    await settled();
  }
}

/** Lets every promise that can go on do so: the longest chain in the engine is far shorter than this. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve();
}
