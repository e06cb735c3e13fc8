export type Role = 'viewer' | 'commenter' | 'editor' | 'owner';

export type LabelColor = 'red' | 'orange' | 'amber' | 'green' | 'teal' | 'blue' | 'indigo' | 'purple' | 'pink' | 'gray';

export interface ChecklistItem {
  readonly itemId: string;
  readonly text: string;
  readonly checked: boolean;
}

export interface TaskComment {
  readonly commentId: string;
  /** Null: the system wrote it. */
  readonly authorId: string | null;
  readonly at: string;
  readonly text: string;
  readonly editedAt?: string;
  readonly mentions?: readonly string[];
  /** Set on imported comments: the author's name as it stood in the source. */
  readonly importedAuthor?: string;
  readonly importedAt?: string;
}

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** When a completed task comes again, in the local time of its zone. */
export interface Recurrence {
  readonly every: 'day' | 'weekday' | 'week' | 'month' | 'year';
  readonly interval: number;
  /** Only with weeks; absent: the weekday it was due. */
  readonly on?: readonly Weekday[];
  /** Only with months; absent: by the day of the month. */
  readonly monthly?: 'day' | 'weekday';
  readonly from: 'due' | 'completion';
}

export interface TaskItem {
  readonly taskId: string;
  /** Given by the server; 0 while the task waits to be sent. */
  readonly number: number;
  readonly title: string;
  readonly description?: string;
  readonly createdAt: string;
  readonly createdBy: string | null;
  readonly completedAt?: string;
  /** 1 is the highest, 4 the lowest. */
  readonly priority?: number;
  readonly startAt?: string;
  readonly dueAt?: string;
  /** Where the dates were chosen; an IANA name. */
  readonly timeZone?: string;
  readonly recurrence?: Recurrence;
  readonly assigneeIds: readonly string[];
  readonly labelIds: readonly string[];
  readonly watcherIds?: readonly string[];
  /** May name a task that is no longer here. */
  readonly parentTaskId?: string;
  readonly checklist: readonly ChecklistItem[];
  readonly comments: readonly TaskComment[];
  /** On its way to another list; frozen meanwhile. */
  readonly transfer?: { readonly toListId: string };
}

export interface Section {
  readonly sectionId: string;
  readonly name: string;
  readonly limit?: number;
  readonly taskIds: readonly string[];
}

export interface Label {
  readonly labelId: string;
  readonly name: string;
  readonly color: LabelColor;
}

export interface Member {
  readonly userId: string;
  readonly role: Role;
}

export interface ListSnapshot {
  readonly listId: string;
  readonly historyId: string;
  readonly version: number;
  readonly name: string;
  /** The letters of task numbers (OPS-42); older lists have none. */
  readonly key?: string;
  readonly archivedAt?: string;
  readonly sections: readonly Section[];
  readonly tasks: readonly TaskItem[];
  readonly labels: readonly Label[];
  readonly members: readonly Member[];
}
