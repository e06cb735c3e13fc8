import type { TaskComment, TaskItem } from '@/contract/snapshot';
import type { NewTaskFields, TaskPatch } from '@/contract/taskCommands';

type PlaceEvent =
  | ({
      type: 'taskAdded';
      sectionId: string;
      number: number;
      title: string;
      afterTaskId: string | null;
    } & NewTaskFields)
  | { type: 'taskMoved'; sectionId: string; afterTaskId: string | null }
  | { type: 'taskDeleted' }
  | { type: 'taskRestored'; sectionId: string; afterTaskId: string | null; task: TaskItem }
  /** Came from another list: a task of this list from now on. */
  | {
      type: 'taskReceived';
      fromListId: string;
      transferId: string;
      sectionId: string;
      afterTaskId: string | null;
      number: number;
      task: TaskItem;
    }
  | { type: 'taskTransferred'; toListId: string };

type FieldEvent =
  | ({ type: 'taskEdited' } & TaskPatch)
  | { type: 'taskCompleted' | 'taskReopened' }
  | { type: 'taskParentSet'; parentTaskId: string | null }
  | { type: 'assigned' | 'unassigned' | 'taskWatched' | 'taskUnwatched'; userId: string }
  | { type: 'labelAdded' | 'labelRemoved'; labelId: string }
  | {
      type: 'taskTransferStarted';
      transferId: string;
      toListId: string;
      toSectionId: string;
      afterTaskId?: string | null;
    }
  | { type: 'taskTransferCancelled'; code: string };

type ChecklistEvent =
  | { type: 'checklistItemAdded'; itemId: string; text: string; checked: boolean; afterItemId: string | null }
  | { type: 'checklistItemEdited'; itemId: string; text: string }
  | { type: 'checklistItemChecked'; itemId: string; checked: boolean }
  | { type: 'checklistItemMoved'; itemId: string; afterItemId: string | null }
  | { type: 'checklistItemDeleted'; itemId: string };

type CommentEvent =
  | {
      type: 'commentAdded';
      commentId: string;
      text: string;
      mentions?: readonly string[];
      importedAuthor?: string;
      importedAt?: string;
    }
  | { type: 'commentEdited'; commentId: string; text: string; mentions?: readonly string[] }
  | { type: 'commentDeleted'; commentId: string }
  | { type: 'commentRestored'; afterCommentId: string | null; comment: TaskComment };

interface OfTask {
  taskId: string;
}

export type TaskPlaceEvent = PlaceEvent & OfTask;
export type TaskFieldEvent = FieldEvent & OfTask;
export type TaskPartEvent = (ChecklistEvent | CommentEvent) & OfTask;
export type TaskEvent = TaskPlaceEvent | TaskFieldEvent | TaskPartEvent;
