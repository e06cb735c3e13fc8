import type { LabelColor, Role } from '@/contract/snapshot';

// Anchors (afterTaskId, afterSectionId, afterItemId): absent = last, null = first, an id = after that one.

export type ListCommand = { type: 'renameList'; name: string };

export type SectionCommand =
  | { type: 'addSection'; sectionId: string; name: string; afterSectionId?: string | null }
  | { type: 'renameSection'; sectionId: string; name: string }
  | { type: 'moveSection'; sectionId: string; afterSectionId?: string | null }
  | { type: 'deleteSection'; sectionId: string };

export type TaskCommand =
  | {
      type: 'addTask';
      taskId: string;
      sectionId: string;
      title: string;
      description?: string;
      startAt?: string;
      dueAt?: string;
      afterTaskId?: string | null;
    }
  | {
      type: 'editTask';
      taskId: string;
      title?: string;
      /** Null clears. */
      description?: string | null;
      startAt?: string | null;
      dueAt?: string | null;
    }
  | { type: 'moveTask'; taskId: string; sectionId: string; afterTaskId?: string | null }
  | { type: 'completeTask' | 'reopenTask' | 'deleteTask'; taskId: string }
  | { type: 'restoreTask'; taskId: string }
  | { type: 'assign' | 'unassign'; taskId: string; userId: string }
  | { type: 'addLabel' | 'removeLabel'; taskId: string; labelId: string }
  | {
      type: 'addChecklistItem';
      taskId: string;
      itemId: string;
      text: string;
      checked?: boolean;
      afterItemId?: string | null;
    }
  | { type: 'addComment'; taskId: string; commentId: string; text: string };

/** Also renames and recolours. */
export type LabelCommand = { type: 'defineLabel'; labelId: string; name: string; color: LabelColor };

export type MemberCommand =
  | { type: 'setMemberRole'; userId: string; role: Role }
  | { type: 'removeMember'; userId: string }
  | { type: 'leaveList' };

/** What a screen asks for; the engine adds the id and the version that the user saw. */
export type CommandBody = ListCommand | SectionCommand | TaskCommand | LabelCommand | MemberCommand;

export type Command = CommandBody & { readonly commandId: string; readonly baseVersion?: number };
