import type { Clock } from '@/sync/ports';

/** A step asks after each wait whether it still counts. */
export type Step = (current: () => boolean) => Promise<void>;

/** One thing at a time, now or after a while; once stopped, nothing of it counts any more. */
export class Errand {
  readonly #clock: Clock;
  #run = 0;
  #busy = false;
  #timer: (() => void) | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Nothing is under way and nothing is planned. */
  get free(): boolean {
    return !this.#busy && !this.#timer;
  }

  /** Starts a step at once, in place of whatever was planned, unless one is under way. */
  go(step: Step, done: () => void, failed: (error: unknown) => void): void {
    if (this.#busy) return;
    this.cancel();
    this.#busy = true;
    const run = this.#run;
    const end = (what: () => void) => {
      if (run !== this.#run) return;
      this.#busy = false;
      what();
    };
    step(() => run === this.#run).then(
      () => end(done),
      (error: unknown) => end(() => failed(error)),
    );
  }

  plan(ms: number, work: () => void): void {
    this.cancel();
    this.#timer = this.#clock.after(ms, () => {
      this.#timer = undefined;
      work();
    });
  }

  cancel(): void {
    this.#timer?.();
    this.#timer = undefined;
  }

  stop(): void {
    this.#run++;
    this.#busy = false;
    this.cancel();
  }
}
