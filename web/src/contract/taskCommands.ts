import type { Recurrence } from '@/contract/snapshot';

/** What can be said of a task when it is added. */
export interface NewTaskFields {
  description?: string;
  priority?: number;
  startAt?: string;
  dueAt?: string;
  timeZone?: string;
  recurrence?: Recurrence;
  assigneeIds?: readonly string[];
  labelIds?: readonly string[];
  parentTaskId?: string;
}

/** Only what is named changes; null clears. */
export interface TaskPatch {
  title?: string;
  description?: string | null;
  priority?: number | null;
  startAt?: string | null;
  dueAt?: string | null;
  timeZone?: string | null;
  recurrence?: Recurrence | null;
}

type ChecklistCommand =
  | { type: 'addChecklistItem'; itemId: string; text: string; checked?: boolean; afterItemId?: string | null }
  | { type: 'editChecklistItem'; itemId: string; text: string }
  | { type: 'checkChecklistItem'; itemId: string; checked: boolean }
  | { type: 'moveChecklistItem'; itemId: string; afterItemId?: string | null }
  | { type: 'deleteChecklistItem'; itemId: string };

type CommentCommand =
  | { type: 'addComment' | 'editComment'; commentId: string; text: string; mentions?: readonly string[] }
  | { type: 'deleteComment'; commentId: string };

type OnTask =
  | ({ type: 'addTask'; sectionId: string; title: string; afterTaskId?: string | null } & NewTaskFields)
  | ({ type: 'editTask' } & TaskPatch)
  | { type: 'moveTask'; sectionId: string; afterTaskId?: string | null }
  | { type: 'completeTask' | 'reopenTask' | 'deleteTask' | 'watchTask' | 'unwatchTask' }
  | { type: 'restoreTask' }
  | { type: 'assign' | 'unassign'; userId: string }
  | { type: 'addLabel' | 'removeLabel'; labelId: string }
  | { type: 'setParent'; parentTaskId: string | null }
  | { type: 'transferTask'; toListId: string; toSectionId: string; afterTaskId?: string | null }
  | ChecklistCommand
  | CommentCommand;

export type TaskCommand = OnTask & { taskId: string };
