import { type BadgeFacts, badgeOf, patience } from '@/sync/badge';
import type { Clock, Sink } from '@/sync/ports';
import type { Badge } from '@/sync/status';

type Now = Omit<BadgeFacts, 'disconnectedFor' | 'catchingUpFor' | 'unsentFor'>;

/** Remembers since when things are as they are, and looks again when a state has lasted long enough to be told. */
export class BadgeKeeper {
  readonly #clock: Clock;
  readonly #sink: Sink;
  #shown: Badge | undefined;
  #disconnectedSince: number | undefined;
  #catchingUpSince: number | undefined;
  #unsentSince: number | undefined;
  #recheck: (() => void) | undefined;

  constructor(clock: Clock, sink: Sink) {
    this.#clock = clock;
    this.#sink = sink;
  }

  update(facts: Now): void {
    const now = this.#clock.elapsed();
    const since = (is: boolean, before: number | undefined) => (is ? (before ?? now) : undefined);
    this.#disconnectedSince = since(facts.phase !== 'connected', this.#disconnectedSince);
    this.#catchingUpSince = since(
      facts.scopes.some((status) => status === 'catchingUp'),
      this.#catchingUpSince,
    );
    this.#unsentSince = since(facts.unsent > 0, this.#unsentSince);
    const lasted = (start?: number) => (start === undefined ? 0 : now - start);
    this.#show(
      badgeOf({
        ...facts,
        disconnectedFor: lasted(this.#disconnectedSince),
        catchingUpFor: lasted(this.#catchingUpSince),
        unsentFor: lasted(this.#unsentSince),
      }),
    );
    this.#recheck?.();
    const due = [
      remaining(lasted, this.#disconnectedSince, patience.offline),
      remaining(lasted, this.#catchingUpSince, patience.catchingUp),
      remaining(lasted, this.#unsentSince, patience.saving),
    ].filter((ms) => ms > 0);
    this.#recheck = due.length === 0 ? undefined : this.#clock.after(Math.min(...due), () => this.update(facts));
  }

  #show(badge: Badge): void {
    const old = this.#shown;
    if (old && old.kind === badge.kind && old.unsent === badge.unsent && old.reason === badge.reason) return;
    this.#shown = badge;
    this.#sink.connectionChanged(badge);
  }
}

function remaining(lasted: (start?: number) => number, start: number | undefined, threshold: number): number {
  return start === undefined ? 0 : threshold - lasted(start);
}
