import type { Board } from '@/sync/board';
import type { PendingCommand } from '@/sync/ports';
import { project } from '@/sync/project';

/** Projects, and goes on from the last picture where only new commands were added: a long queue must not make typing slow. */
export class Projector {
  #base: Board | undefined;
  #done: readonly PendingCommand[] = [];
  #view: Board | undefined;

  show(base: Board, pending: readonly PendingCommand[], me: string | null): Board {
    const from = this.#view && base === this.#base && this.#goesOn(pending) ? this.#view : undefined;
    const view = project(from ?? base, from ? pending.slice(this.#done.length) : pending, me);
    this.#base = base;
    this.#done = pending.slice();
    this.#view = view;
    return view;
  }

  #goesOn(pending: readonly PendingCommand[]): boolean {
    return this.#done.every((done, at) => pending[at]?.command === done.command);
  }
}
