import type { ExecuteAnswer } from '@/contract/hub';
import { retryDelay } from '@/sync/connection';
import { type Clock, type PendingCommand, type Random, RefusedCall, type Transport } from '@/sync/ports';
import type { Queue } from '@/sync/queue';
import { within } from '@/sync/within';

const answerMs = 10_000;

export interface SenderParts {
  readonly listId: string;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly random: Random;
  readonly queue: Queue;
  /** Accepted, final refusal, or the signs that this build or this session is too old. */
  readonly onAnswer: (pending: PendingCommand, answer: ExecuteAnswer) => void;
  readonly onUnauthenticated: () => void;
}

/** Brings one list's queue to the server: in order, several on their way at once, each until it is decided. */
export class Sender {
  readonly #parts: SenderParts;
  /** Changes with each connection and each history: an answer to an older one tells nothing any more. */
  #run = 0;
  #open = false;
  #failures = 0;
  #resume: (() => void) | undefined;

  constructor(parts: SenderParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#open = true;
    this.pump();
  }

  stop(): void {
    this.#open = false;
    this.#run++;
    this.#failures = 0;
    this.#parts.queue.putAllBack();
    this.#resume?.();
    this.#resume = undefined;
  }

  /** Sends what may go now. While a pause lasts, nothing does: it was the server's wish, or it is not well. */
  pump(): void {
    while (this.#open && !this.#resume) {
      const next = this.#parts.queue.takeNext();
      if (!next) return;
      void this.#send(next, this.#run);
    }
  }

  async #send(pending: PendingCommand, run: number): Promise<void> {
    const { transport, clock, listId } = this.#parts;
    let answer: ExecuteAnswer;
    try {
      answer = await within(clock, answerMs, transport.execute(listId, pending.command));
    } catch (error) {
      // Lost, late or broken: all the same, nobody knows, and the same id makes asking again harmless.
      answer = { accepted: false, code: error instanceof RefusedCall ? error.code : 'outcomeUnknown', retryAfterMs: 0 };
    }
    if (run !== this.#run) return;
    if (answer.accepted || answer.retryAfterMs === undefined) this.#decided(pending, answer);
    else this.#undecided(pending, answer.code ?? '', answer.retryAfterMs);
  }

  #decided(pending: PendingCommand, answer: ExecuteAnswer): void {
    this.#failures = 0;
    this.#parts.onAnswer(pending, answer);
    this.pump();
  }

  #undecided(pending: PendingCommand, code: string, retryAfterMs: number): void {
    const { queue, clock, random, onUnauthenticated } = this.#parts;
    queue.putBack(pending.command.commandId);
    if (code === 'unauthenticated') onUnauthenticated();
    if (!this.#open || this.#resume) return;
    this.#failures++;
    const pause = Math.max(retryAfterMs * (1 + random() / 2), retryDelay(this.#failures, random()));
    const cancel = clock.after(pause, () => {
      this.#resume = undefined;
      this.pump();
    });
    this.#resume = cancel;
  }
}
