import type { CommandBody } from '@/contract/commands';

interface Action {
  readonly commandId: string;
  readonly body: CommandBody;
  /** What one press did in several changes, by the first one's id: taken back together, too. */
  readonly deed: string;
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
  readonly #wanted = new Map<string, { readonly onto: 'done' | 'undone'; readonly deed: string }>();

  constructor(host: UndoingHost) {
    this.#host = host;
  }

  made(commandId: string, body: CommandBody, deed = commandId): void {
    if (never.includes(body.type)) return;
    this.#done = [...this.#done, { commandId, body, deed }].slice(-kept);
    this.#undone = [];
  }

  /** False when there is nothing to take back. */
  undo(): boolean {
    const deed = this.#done.at(-1)?.deed;
    return deed !== undefined && this.undoOne(deed);
  }

  redo(): boolean {
    const deed = this.#undone.at(-1)?.deed;
    const actions = this.#undone.filter((each) => each.deed === deed);
    this.#undone = this.#undone.filter((each) => each.deed !== deed);
    for (const action of actions.reverse()) this.#reverse(action, 'done');
    return actions.length > 0;
  }

  /** One certain deed, however much was done since: its changes, the last one first. */
  undoOne(deed: string): boolean {
    const actions = this.#done.filter((each) => each.deed === deed);
    this.#done = this.#done.filter((each) => each.deed !== deed);
    for (const action of actions.reverse()) this.#reverse(action, 'undone');
    return actions.length > 0;
  }

  accepted(commandId: string, version: number): void {
    for (const action of [...this.#done, ...this.#undone]) if (action.commandId === commandId) action.version = version;
    const wanted = this.#wanted.get(commandId);
    if (wanted === undefined) return;
    this.#wanted.delete(commandId);
    const body: CommandBody = { type: 'undo', version };
    this.#push(wanted.onto, { commandId: this.#host.add(body), body, deed: wanted.deed });
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

  #reverse({ commandId, body, version, deed }: Action, onto: 'done' | 'undone'): void {
    if (version !== undefined) {
      const undo: CommandBody = { type: 'undo', version };
      this.#push(onto, { commandId: this.#host.add(undo), body: undo, deed });
    } else if (commandId === cancelled) {
      this.#push(onto, { commandId: this.#host.add(body), body, deed });
    } else if (this.#host.cancel(commandId)) {
      // It never left: doing it again is simply doing it.
      this.#push(onto, { commandId: cancelled, body, deed });
    } else if (body.type === 'deleteTask') {
      // The task is still known here, so it comes back on the screen at once.
      this.#push(onto, { commandId: this.#host.add({ type: 'restoreTask', taskId: body.taskId }), body, deed });
    } else {
      this.#wanted.set(commandId, { onto, deed });
    }
  }

  #push(onto: 'done' | 'undone', action: Action): void {
    if (onto === 'done') this.#done = [...this.#done, action].slice(-kept);
    else this.#undone = [...this.#undone, action].slice(-kept);
  }
}
