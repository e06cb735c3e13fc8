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
  /** Set on imported comments: the author's name as it stood in the source. */
  readonly importedAuthor?: string;
  readonly importedAt?: string;
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
  readonly startAt?: string;
  readonly dueAt?: string;
  readonly assigneeIds: readonly string[];
  readonly labelIds: readonly string[];
  readonly checklist: readonly ChecklistItem[];
  readonly comments: readonly TaskComment[];
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
  readonly archivedAt?: string;
  readonly sections: readonly Section[];
  readonly tasks: readonly TaskItem[];
  readonly labels: readonly Label[];
  readonly members: readonly Member[];
}
