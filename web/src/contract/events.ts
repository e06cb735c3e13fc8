import type { Label, Member, Role, TaskItem } from '@/contract/snapshot';
import type { TaskEvent } from '@/contract/taskEvents';

// In events an anchor is always present and names a live neighbour, or is null for the first place.

export type WholeListEvent =
  | { type: 'listCreated'; name: string; ownerId: string; key?: string }
  | { type: 'listRenamed'; name: string }
  | { type: 'listKeySet'; key: string }
  | { type: 'listArchived' | 'listUnarchived' | 'listDeleted' | 'listRestored' }
  | { type: 'sectionAdded'; sectionId: string; name: string; afterSectionId: string | null }
  | { type: 'sectionRenamed'; sectionId: string; name: string }
  | { type: 'sectionLimitSet'; sectionId: string; limit: number | null }
  | { type: 'sectionMoved'; sectionId: string; afterSectionId: string | null }
  | { type: 'sectionDeleted'; sectionId: string }
  | {
      type: 'sectionRestored';
      sectionId: string;
      afterSectionId: string | null;
      name: string;
      limit?: number;
      tasks: readonly TaskItem[];
    }
  | ({ type: 'labelDefined' } & Label)
  | { type: 'labelDeleted'; labelId: string }
  | ({ type: 'labelRestored'; taskIds: readonly string[] } & Label)
  | ({ type: 'memberAdded' } & Member)
  | { type: 'memberRoleSet'; userId: string; role: Role }
  | { type: 'memberRemoved'; userId: string }
  /** Stands before the events that took the change of that version back. */
  | { type: 'undone'; version: number };

export type ListEvent = WholeListEvent | TaskEvent;

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
