import type { Label, Member, Role, TaskItem } from '@/contract/snapshot';

// In events an anchor is always present and names a live neighbour, or is null for the first place.

export type ListEvent =
  | { type: 'listCreated'; name: string; ownerId: string }
  | { type: 'listRenamed'; name: string }
  | { type: 'sectionAdded'; sectionId: string; name: string; afterSectionId: string | null }
  | { type: 'sectionRenamed'; sectionId: string; name: string }
  | { type: 'sectionMoved'; sectionId: string; afterSectionId: string | null }
  | { type: 'sectionDeleted'; sectionId: string }
  | {
      type: 'taskAdded';
      taskId: string;
      sectionId: string;
      number: number;
      title: string;
      description?: string;
      startAt?: string;
      dueAt?: string;
      afterTaskId: string | null;
    }
  | {
      type: 'taskEdited';
      taskId: string;
      title?: string;
      description?: string | null;
      startAt?: string | null;
      dueAt?: string | null;
    }
  | { type: 'taskMoved'; taskId: string; sectionId: string; afterTaskId: string | null }
  | { type: 'taskCompleted' | 'taskReopened' | 'taskDeleted'; taskId: string }
  | { type: 'taskRestored'; taskId: string; sectionId: string; afterTaskId: string | null; task: TaskItem }
  | { type: 'assigned' | 'unassigned'; taskId: string; userId: string }
  | ({ type: 'labelDefined' } & Label)
  | { type: 'labelAdded' | 'labelRemoved'; taskId: string; labelId: string }
  | {
      type: 'checklistItemAdded';
      taskId: string;
      itemId: string;
      text: string;
      checked: boolean;
      afterItemId: string | null;
    }
  | {
      type: 'commentAdded';
      taskId: string;
      commentId: string;
      text: string;
      importedAuthor?: string;
      importedAt?: string;
    }
  | ({ type: 'memberAdded' } & Member)
  | { type: 'memberRoleSet'; userId: string; role: Role }
  | { type: 'memberRemoved'; userId: string };

/** One accepted command: the row in the log, the message to browsers and the answer to catch-up. */
export interface Change {
  readonly listId: string;
  readonly version: number;
  readonly commandId: string;
  /** Null: the system acted. */
  readonly actorId: string | null;
  readonly at: string;
  /** A newer server may send types this build does not know; `apply` decides. */
  readonly events: readonly { readonly type: string }[];
}
