/** A task that holds the words, in any list one may read. */
export interface FoundTask {
  readonly listId: string;
  readonly listName: string;
  readonly key?: string;
  readonly listArchivedAt?: string;
  readonly taskId: string;
  readonly number: number;
  readonly title: string;
  /** Plain text from around the find outside the title. */
  readonly snippet?: string;
  readonly dueAt?: string;
  readonly completedAt?: string;
}

export interface FoundPage {
  readonly results: readonly FoundTask[];
  /** Absent: that was all. */
  readonly next?: string;
}

export interface MyTask {
  readonly listId: string;
  readonly listName: string;
  readonly key?: string;
  readonly taskId: string;
  readonly sectionId: string;
  readonly number: number;
  readonly title: string;
  readonly priority?: number;
  readonly startAt?: string;
  readonly dueAt?: string;
  readonly timeZone?: string;
  readonly completedAt?: string;
  readonly assigneeIds: readonly string[];
  readonly labelIds: readonly string[];
}

export interface MyTasksPage {
  /** By due date; those without one come last. */
  readonly tasks: readonly MyTask[];
  /** Absent: that was all. */
  readonly next?: string;
}
