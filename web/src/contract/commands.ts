import type { LabelColor, Role } from '@/contract/snapshot';
import type { TaskCommand } from '@/contract/taskCommands';

// Anchors (afterTaskId, afterSectionId, afterItemId): absent = last, null = first, an id = after that one.

export type ListCommand =
  | { type: 'renameList'; name: string }
  | { type: 'setListKey'; key: string }
  | { type: 'archiveList' | 'unarchiveList' | 'deleteList' | 'restoreList' };

export type SectionCommand =
  | { type: 'addSection'; sectionId: string; name: string; afterSectionId?: string | null }
  | { type: 'renameSection'; sectionId: string; name: string }
  | { type: 'setSectionLimit'; sectionId: string; limit: number | null }
  | { type: 'moveSection'; sectionId: string; afterSectionId?: string | null }
  | { type: 'deleteSection'; sectionId: string };

export type LabelCommand =
  /** Also renames and recolours. */
  { type: 'defineLabel'; labelId: string; name: string; color: LabelColor } | { type: 'deleteLabel'; labelId: string };

export type MemberCommand =
  | { type: 'setMemberRole'; userId: string; role: Role }
  | { type: 'removeMember'; userId: string }
  | { type: 'leaveList' };

export type SingleCommand = ListCommand | SectionCommand | TaskCommand | LabelCommand | MemberCommand;

/** Several as one change, all or nothing. */
export type BulkCommand = { type: 'bulk'; commands: readonly SingleCommand[] };

/** Takes back the change of that version, as far as nothing newer stands on it. */
export type UndoCommand = { type: 'undo'; version: number };

/** What a screen asks for; the engine adds the id and the version that the user saw. */
export type CommandBody = SingleCommand | BulkCommand | UndoCommand;

export type Command = CommandBody & { readonly commandId: string; readonly baseVersion?: number };
