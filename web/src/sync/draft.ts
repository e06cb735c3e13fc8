import type { Label, Member, Section } from '@/contract/snapshot';
import { type Board, type BoardTask, bucketOf, type DeletedTask } from '@/sync/board';
import { Diverged } from '@/sync/order';

const deletedKept = 50;

/** The next board in the making: copies only what is written, each part once. */
export class BoardDraft {
  name: string;
  key: string | undefined;
  archivedAt: string | undefined;
  sectionIds: readonly string[];
  labels: readonly Label[];
  members: readonly Member[];
  lastNumber: number;
  deleted: readonly DeletedTask[];
  readonly #base: Board;
  #sections: Record<string, Section> | undefined;
  #tasks: Board['tasks'][number][] | undefined;
  readonly #copied = new Set<number>();

  constructor(base: Board) {
    this.#base = base;
    this.name = base.name;
    this.key = base.key;
    this.archivedAt = base.archivedAt;
    this.sectionIds = base.sectionIds;
    this.labels = base.labels;
    this.members = base.members;
    this.lastNumber = base.lastNumber;
    this.deleted = base.deleted;
  }

  task(taskId: string): BoardTask | undefined {
    return (this.#tasks ?? this.#base.tasks)[bucketOf(taskId)]?.[taskId];
  }

  section(sectionId: string): Section | undefined {
    return (this.#sections ?? this.#base.sections)[sectionId];
  }

  mustTask(taskId: string): BoardTask {
    const found = this.task(taskId);
    if (!found) throw new Diverged('task not found');
    return found;
  }

  mustSection(sectionId: string): Section {
    const found = this.section(sectionId);
    if (!found) throw new Diverged('section not found');
    return found;
  }

  allTasks(): BoardTask[] {
    return (this.#tasks ?? this.#base.tasks).flatMap((bucket) => Object.values(bucket));
  }

  putTask(task: BoardTask): void {
    this.#bucket(task.taskId)[task.taskId] = task;
  }

  dropTask(taskId: string): void {
    delete this.#bucket(taskId)[taskId];
  }

  /** Remembered so that an undo can paint before the server has answered. */
  rememberDeleted(task: BoardTask, afterTaskId: string | null): void {
    this.deleted = [...this.deleted.filter((each) => each.task.taskId !== task.taskId), { task, afterTaskId }].slice(
      -deletedKept,
    );
  }

  putSection(section: Section): void {
    this.#writableSections()[section.sectionId] = section;
  }

  dropSection(sectionId: string): void {
    delete this.#writableSections()[sectionId];
  }

  finish(version: number): Board {
    const { listId, historyId, sections, tasks } = this.#base;
    return {
      listId,
      historyId,
      version,
      name: this.name,
      ...(this.key === undefined ? {} : { key: this.key }),
      ...(this.archivedAt === undefined ? {} : { archivedAt: this.archivedAt }),
      sectionIds: this.sectionIds,
      sections: this.#sections ?? sections,
      tasks: this.#tasks ?? tasks,
      labels: this.labels,
      members: this.members,
      lastNumber: this.lastNumber,
      deleted: this.deleted,
    };
  }

  #writableSections(): Record<string, Section> {
    this.#sections ??= { ...this.#base.sections };
    return this.#sections;
  }

  #bucket(taskId: string): Record<string, BoardTask> {
    this.#tasks ??= [...this.#base.tasks];
    const at = bucketOf(taskId);
    if (!this.#copied.has(at)) {
      this.#tasks[at] = { ...this.#tasks[at] };
      this.#copied.add(at);
    }
    return this.#tasks[at] as Record<string, BoardTask>;
  }
}
