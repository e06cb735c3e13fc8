import type { Label, ListSnapshot, Member, Section, TaskItem } from '@/contract/snapshot';

/** A task as the board holds it: it knows its section, so that no screen has to search for it. */
export interface BoardTask extends TaskItem {
  readonly sectionId: string;
}

/** A task deleted a moment ago, kept so that an undo paints at once. */
export interface DeletedTask {
  readonly task: BoardTask;
  readonly afterTaskId: string | null;
}

type Bucket = Readonly<Record<string, BoardTask>>;

/**
 * One list at one version. Never changed in place: a new version shares everything it did not touch,
 * and tasks lie in 64 buckets so that one edit copies a few dozen entries instead of thousands.
 */
export interface Board {
  readonly listId: string;
  readonly historyId: string;
  readonly version: number;
  readonly name: string;
  readonly key?: string;
  readonly archivedAt?: string;
  readonly sectionIds: readonly string[];
  readonly sections: Readonly<Record<string, Section>>;
  readonly tasks: readonly Bucket[];
  readonly labels: readonly Label[];
  readonly members: readonly Member[];
  readonly lastNumber: number;
  readonly deleted: readonly DeletedTask[];
}

const bucketCount = 64;

/** The last hex digits of a UUID are random in every version of it. */
export function bucketOf(taskId: string): number {
  const tail = Number.parseInt(taskId.slice(-2), 16);
  return Number.isNaN(tail) ? 0 : tail % bucketCount;
}

export function taskOf(board: Board, taskId: string): BoardTask | undefined {
  return board.tasks[bucketOf(taskId)]?.[taskId];
}

export function tasksOf(board: Board): BoardTask[] {
  return board.tasks.flatMap((bucket) => Object.values(bucket));
}

function emptyBuckets(): Record<string, BoardTask>[] {
  return Array.from({ length: bucketCount }, () => ({}));
}

/** A list before its first change: where a replay of the whole log starts. */
export function emptyBoard(listId: string, historyId: string): Board {
  return boardOf({ listId, historyId, version: 0, name: '', sections: [], tasks: [], labels: [], members: [] });
}

export function boardOf(snapshot: ListSnapshot): Board {
  const tasks = emptyBuckets();
  const sectionOfTask = new Map<string, string>();
  for (const section of snapshot.sections)
    for (const taskId of section.taskIds) sectionOfTask.set(taskId, section.sectionId);
  let lastNumber = 0;
  for (const task of snapshot.tasks) {
    const sectionId = sectionOfTask.get(task.taskId);
    if (sectionId === undefined) throw new Error('snapshot holds a task outside every section');
    const bucket = tasks[bucketOf(task.taskId)];
    if (bucket) bucket[task.taskId] = { ...task, sectionId };
    lastNumber = Math.max(lastNumber, task.number);
  }
  return {
    listId: snapshot.listId,
    historyId: snapshot.historyId,
    version: snapshot.version,
    name: snapshot.name,
    ...(snapshot.key === undefined ? {} : { key: snapshot.key }),
    ...(snapshot.archivedAt === undefined ? {} : { archivedAt: snapshot.archivedAt }),
    sectionIds: snapshot.sections.map((section) => section.sectionId),
    sections: Object.fromEntries(snapshot.sections.map((section) => [section.sectionId, section])),
    tasks,
    labels: snapshot.labels,
    members: snapshot.members,
    lastNumber,
    deleted: [],
  };
}
