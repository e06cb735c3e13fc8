import type { CommandBody } from '@/contract/commands';

interface Action {
  readonly commandId: string;
  readonly body: CommandBody;
  /** Set once the server has it. */
  version?: number;
}

export interface UndoingHost {
  add(body: CommandBody): string;
  /** Takes a command back that never set out; false when it may have reached the server. */
  cancel(commandId: string): boolean;
}

const kept = 50;

/** In place of the id of a command that was taken back before it set out. */
const cancelled = '';

// Membership, rights and the list itself are not the log's to take back; watching is undone by its own button.
const never: readonly CommandBody['type'][] = [
  'undo',
  'setMemberRole',
  'removeMember',
  'leaveList',
  'deleteList',
  'restoreList',
  'transferTask',
  'watchTask',
  'unwatchTask',
];

/** What this user did in this tab, so that it can be taken back and done again. Others' changes never come in here. */
export class Undoing {
  readonly #host: UndoingHost;
  #done: Action[] = [];
  #undone: Action[] = [];
  /** To be taken back as soon as the server says at which version they stand. */
  readonly #wanted = new Map<string, 'done' | 'undone'>();

  constructor(host: UndoingHost) {
    this.#host = host;
  }

  made(commandId: string, body: CommandBody): void {
    if (never.includes(body.type)) return;
    this.#done = [...this.#done, { commandId, body }].slice(-kept);
    this.#undone = [];
  }

  /** False when there is nothing to take back. */
  undo(): boolean {
    const action = this.#done.pop();
    if (action) this.#reverse(action, 'undone');
    return action !== undefined;
  }

  redo(): boolean {
    const action = this.#undone.pop();
    if (action) this.#reverse(action, 'done');
    return action !== undefined;
  }

  /** One certain action, however much was done since. */
  undoOne(commandId: string): boolean {
    const action = this.#done.find((each) => each.commandId === commandId);
    if (!action) return false;
    this.#done = this.#done.filter((each) => each !== action);
    this.#reverse(action, 'undone');
    return true;
  }

  accepted(commandId: string, version: number): void {
    for (const action of [...this.#done, ...this.#undone]) if (action.commandId === commandId) action.version = version;
    const onto = this.#wanted.get(commandId);
    if (onto === undefined) return;
    this.#wanted.delete(commandId);
    this.#push(onto, this.#host.add({ type: 'undo', version }), { type: 'undo', version });
  }

  refused(commandId: string): void {
    this.#done = this.#done.filter((each) => each.commandId !== commandId);
    this.#undone = this.#undone.filter((each) => each.commandId !== commandId);
    this.#wanted.delete(commandId);
  }

  /** Another history: the versions mean something else now. */
  forget(): void {
    this.#done = [];
    this.#undone = [];
    this.#wanted.clear();
  }

  #reverse({ commandId, body, version }: Action, onto: 'done' | 'undone'): void {
    if (version !== undefined) {
      const undo: CommandBody = { type: 'undo', version };
      this.#push(onto, this.#host.add(undo), undo);
    } else if (commandId === cancelled) {
      this.#push(onto, this.#host.add(body), body);
    } else if (this.#host.cancel(commandId)) {
      // It never left: doing it again is simply doing it.
      this.#push(onto, cancelled, body);
    } else if (body.type === 'deleteTask') {
      // The task is still known here, so it comes back on the screen at once.
      this.#push(onto, this.#host.add({ type: 'restoreTask', taskId: body.taskId }), body);
    } else {
      this.#wanted.set(commandId, onto);
    }
  }

  #push(onto: 'done' | 'undone', commandId: string, body: CommandBody): void {
    const action = { commandId, body };
    if (onto === 'done') this.#done = [...this.#done, action].slice(-kept);
    else this.#undone = [...this.#undone, action].slice(-kept);
  }
}
