import type { Command, CommandBody } from '@/contract/commands';
import type { Change, ListEvent } from '@/contract/events';
import type { ChangesAnswer, ChangesRequest, ExecuteAnswer, OpenAnswer, OpenRequest } from '@/contract/hub';
import type { ListSnapshot } from '@/contract/snapshot';
import { toInstant } from '@/lib/time';
import { uuidv7 } from '@/lib/uuidv7';
import { apply } from '@/sync/apply';
import { type Board, emptyBoard, taskOf, tasksOf } from '@/sync/board';
import { BoardDraft } from '@/sync/draft';
import { guess } from '@/sync/guess';
import type { Origin } from '@/sync/origin';
import { needs } from '@/sync/touched';

export interface ServerFaults {
  /** Mutant: the same command counts again. */
  readonly forgetsCommands?: boolean;
  /** Mutant: `Open` does not tell which pending commands are in the log. */
  readonly keepsOutcomes?: boolean;
}

/** The server as the protocol describes it, in memory: one list, its log, and its answers. */
export class ModelServer {
  readonly listId = 'list';
  log: Change[] = [];
  /** The board at each version; index = version. */
  boards: Board[];
  historyId = 'h1';
  refused: Command[] = [];
  readonly #faults: ServerFaults;
  #histories = 1;

  constructor(faults: ServerFaults = {}) {
    this.#faults = faults;
    this.boards = [emptyBoard(this.listId, this.historyId)];
  }

  get version(): number {
    return this.log.length;
  }

  get board(): Board {
    return this.boards.at(-1) as Board;
  }

  versionOf(commandId: string): number | undefined {
    return this.log.find((change) => change.commandId === commandId)?.version;
  }

  execute(actorId: string, command: Command, now: number): ExecuteAnswer {
    const known = this.versionOf(command.commandId);
    if (known !== undefined && !this.#faults.forgetsCommands) return { accepted: true, version: known };
    if (this.#isFrozen(command)) return { accepted: false, code: 'taskInTransfer', retryAfterMs: 100 };
    const refused = this.#refusal(command);
    if (refused) {
      this.refused.push(command);
      return { accepted: false, code: refused };
    }
    const draft = new BoardDraft(this.board);
    const { commandId, baseVersion: _, ...body } = command;
    const origin = { actorId, at: toInstant(now) };
    const events: ListEvent[] = [];
    for (const each of body.type === 'bulk' ? body.commands : [body]) {
      for (const guessed of each.type === 'transferTask' ? [started(each, commandId)] : guess(draft, each, actorId)) {
        const event = guessed.type === 'taskAdded' ? { ...guessed, number: draft.lastNumber + 1 } : guessed;
        apply(draft, event, origin);
        events.push(event);
      }
    }
    return this.#commit(commandId, origin, events, draft);
  }

  /** The other lists have answered: every task on its way leaves, or thaws. */
  endTransfers(outcome: 'taken' | 'refused', now: number): void {
    for (const { taskId, transfer } of tasksOf(this.board)) {
      if (!transfer) continue;
      const event = { taskId, toListId: transfer.toListId, code: 'sectionNotFound' };
      this.#bySystem({ ...event, type: outcome === 'taken' ? 'taskTransferred' : 'taskTransferCancelled' }, now);
    }
  }

  /** A task arrives from another list. */
  receive(now: number): void {
    const [sectionId] = this.board.sectionIds;
    if (sectionId === undefined) return;
    const taskId = uuidv7(now);
    const number = this.board.lastNumber + 1;
    const empty = { assigneeIds: [], labelIds: [], checklist: [], comments: [] };
    const task = { ...empty, taskId, number, title: 'received', createdAt: toInstant(now), createdBy: 'boris' };
    const from = { fromListId: 'other', transferId: uuidv7(now), afterTaskId: null };
    this.#bySystem({ type: 'taskReceived', taskId, sectionId, number, task, ...from }, now);
  }

  #bySystem(event: ListEvent, now: number): void {
    const draft = new BoardDraft(this.board);
    const origin = { actorId: null, at: toInstant(now) };
    apply(draft, event, origin);
    this.#commit(uuidv7(now), origin, [event], draft);
  }

  #commit(commandId: string, origin: Origin, events: readonly ListEvent[], draft: BoardDraft): ExecuteAnswer {
    const version = this.version + 1;
    this.log.push({ listId: this.listId, version, commandId, ...origin, events });
    this.boards.push(draft.finish(version));
    return { accepted: true, version };
  }

  #isFrozen(command: CommandBody): boolean {
    if (command.type === 'bulk') return command.commands.some((each) => this.#isFrozen(each));
    return 'taskId' in command && taskOf(this.board, command.taskId)?.transfer !== undefined;
  }

  open({ historyId, afterVersion, pending = [] }: OpenRequest): OpenAnswer {
    const outcomes = this.#faults.keepsOutcomes
      ? []
      : pending.flatMap((commandId) => {
          const version = this.versionOf(commandId);
          return version === undefined ? [] : [{ commandId, version }];
        });
    const head = { historyId: this.historyId, version: this.version, outcomes };
    const missing = this.version - (afterVersion ?? 0);
    // A small bound, so that histories of a test reach both answers.
    if (historyId === this.historyId && afterVersion !== undefined && missing >= 0 && missing <= 5)
      return { ...head, changes: this.log.slice(afterVersion) };
    return this.version % 2 === 0 ? { ...head, snapshot: this.snapshot() } : { ...head, snapshotAt: this.version };
  }

  changes({ historyId, afterVersion, limit }: ChangesRequest): ChangesAnswer {
    const same = historyId === this.historyId;
    const changes = same ? this.log.slice(afterVersion, afterVersion + Math.min(limit, 3)) : [];
    return { historyId: this.historyId, version: this.version, changes };
  }

  /** A restore: the newest `lost` changes are gone and the past has another name. */
  restorePast(lost: number): void {
    // The first change made the section that everything lies in.
    const version = Math.max(1, this.version - lost);
    this.historyId = `h${++this.#histories}`;
    this.log = this.log.slice(0, version);
    this.boards = this.boards.slice(0, version + 1).map((board) => ({ ...board, historyId: this.historyId }));
  }

  snapshot(): ListSnapshot {
    return snapshotOf(this.board);
  }

  #refusal(command: CommandBody): string | undefined {
    if (command.type === 'bulk')
      return command.commands.map((each) => this.#refusal(each)).find((code) => code !== undefined);
    const { board } = this;
    const taskIds = new Set(tasksOf(board).map((task) => task.taskId));
    if (command.type === 'restoreTask') return undefined;
    if ('taskId' in command && command.type !== 'addTask' && !taskIds.has(command.taskId)) return 'taskNotFound';
    if (command.type === 'setParent' && command.parentTaskId && !taskIds.has(command.parentTaskId))
      return 'taskNotFound';
    const isLabel = command.type === 'addLabel' || command.type === 'deleteLabel';
    if (isLabel && !board.labels.some(({ labelId }) => labelId === command.labelId)) return 'labelNotFound';
    const gone = 'sectionId' in command && command.type !== 'addSection' && !board.sections[command.sectionId];
    return gone && needs(command, command.sectionId) ? 'sectionNotFound' : undefined;
  }
}

function started(
  { taskId, toListId, toSectionId }: Extract<CommandBody, { type: 'transferTask' }>,
  transferId: string,
): ListEvent {
  return { type: 'taskTransferStarted', taskId, transferId, toListId, toSectionId };
}

/** Only what a snapshot shows, in its form: two boards are the same when these are. */
export function snapshotOf(board: Board): ListSnapshot {
  const { listId, historyId, version, name, archivedAt, sectionIds, sections, labels, members } = board;
  const shown = sectionIds.flatMap((sectionId) => sections[sectionId] ?? []);
  const byId = new Map(tasksOf(board).map((task) => [task.taskId, task]));
  const tasks = shown.flatMap(({ taskIds }) =>
    taskIds.flatMap((taskId) => {
      const task = byId.get(taskId);
      if (!task) return [];
      const { sectionId: _, ...item } = task;
      return [item];
    }),
  );
  const archived = archivedAt === undefined ? {} : { archivedAt };
  return { listId, historyId, version, name, ...archived, sections: shown, tasks, labels, members };
}
