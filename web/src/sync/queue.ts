import { byMaking, type PendingCommand, pendingMost } from '@/sync/ports';
import { createdBy, follows, needs } from '@/sync/touched';

const outstandingMost = 16;

/**
 * One list's own commands in the order they were made, from the click until the board has caught up with them.
 * A command stays after it was accepted, for without it the task would vanish until its change arrives.
 */
export class Queue {
  #items: PendingCommand[] = [];
  readonly #outstanding = new Set<string>();
  /** Those that were never on their way; what an earlier visit left may have been. */
  readonly #unseen = new Set<string>();

  get items(): readonly PendingCommand[] {
    return this.#items;
  }

  get unsent(): number {
    return this.#items.filter((each) => each.acceptedAt === undefined).length;
  }

  get full(): boolean {
    return this.#items.length >= pendingMost;
  }

  has(commandId: string): boolean {
    return this.#items.some((each) => each.command.commandId === commandId);
  }

  /** Ids whose fate is unknown, oldest first. */
  undecidedIds(most: number): string[] {
    return this.#items
      .filter((each) => each.acceptedAt === undefined)
      .slice(0, most)
      .map((each) => each.command.commandId);
  }

  add(pending: PendingCommand): void {
    if (this.has(pending.command.commandId)) return;
    this.#items.push(pending);
    this.#unseen.add(pending.command.commandId);
  }

  /** What earlier visits and dead tabs left takes its place by the time it was made: the order the store keeps, too. */
  addEarlier(kept: readonly PendingCommand[]): void {
    this.#items = [...kept.filter(({ command }) => !this.has(command.commandId)), ...this.#items].sort(byMaking);
  }

  /** The oldest command that is not on its way, unless it builds on one that is undecided: then all wait, to keep their order. */
  takeNext(): PendingCommand | undefined {
    if (this.#outstanding.size >= outstandingMost) return undefined;
    const undecided = this.#items.filter((each) => each.acceptedAt === undefined);
    const at = undecided.findIndex((each) => !this.#outstanding.has(each.command.commandId));
    const next = undecided[at];
    if (!next || undecided.slice(0, at).some((earlier) => follows(next.command, earlier.command))) return undefined;
    this.#outstanding.add(next.command.commandId);
    this.#unseen.delete(next.command.commandId);
    return next;
  }

  /** The answer did not come or did not decide: the command waits for another try under the same id. */
  putBack(commandId: string): void {
    this.#outstanding.delete(commandId);
  }

  putAllBack(): void {
    this.#outstanding.clear();
  }

  accepted(commandId: string, version: number): void {
    this.#outstanding.delete(commandId);
    const at = this.#items.findIndex((each) => each.command.commandId === commandId);
    const pending = this.#items[at];
    if (!pending || pending.acceptedAt !== undefined) return;
    this.#items[at] = { ...pending, acceptedAt: version };
  }

  /** Takes out what the board now shows by itself: accepted ones it has reached, and those a change carried. Answers them. */
  settle(version: number, carried: ReadonlySet<string>): readonly PendingCommand[] {
    const done = this.#items.filter(
      ({ command, acceptedAt }) =>
        carried.has(command.commandId) || (acceptedAt !== undefined && acceptedAt <= version),
    );
    this.#take(done);
    return done;
  }

  /** Takes out a refused command and those that need what it would have made. Answers what was taken. */
  refused(commandId: string): PendingCommand[] {
    const first = this.#items.findIndex((each) => each.command.commandId === commandId);
    const refused = this.#items[first];
    if (!refused) return [];
    const lost = [refused];
    const missing = [createdBy(refused.command)];
    for (const later of this.#items.slice(first + 1)) {
      if (!missing.some((id) => id !== undefined && needs(later.command, id))) continue;
      lost.push(later);
      missing.push(createdBy(later.command));
    }
    this.#take(lost);
    return lost;
  }

  /** Takes a command back that nobody but this tab has seen, with those that need it; undefined when it is too late. */
  cancel(commandId: string): PendingCommand[] | undefined {
    return this.#unseen.has(commandId) ? this.refused(commandId) : undefined;
  }

  clear(): PendingCommand[] {
    const all = this.#items;
    this.#take(all);
    return all;
  }

  /** The past has changed: what it had acknowledged may be gone, so all of it is offered anew, oldest first. */
  offerAgain(acknowledged: readonly PendingCommand[]): void {
    const again = acknowledged.filter(({ command }) => !this.has(command.commandId));
    this.#items = [...again, ...this.#items].map(({ command, madeAt }) => ({ command, madeAt })).sort(byMaking);
    this.#outstanding.clear();
  }

  #take(gone: readonly PendingCommand[]): void {
    const ids = new Set(gone.map((each) => each.command.commandId));
    this.#items = this.#items.filter((each) => !ids.has(each.command.commandId));
    for (const id of ids) {
      this.#outstanding.delete(id);
      this.#unseen.delete(id);
    }
  }
}
