import type { ListEvent } from '@/contract/events';
import type { TaskCommand } from '@/contract/taskCommands';
import type { TaskPartEvent } from '@/contract/taskEvents';
import type { BoardTask } from '@/sync/board';
import type { BoardDraft } from '@/sync/draft';
import { neighbour } from '@/sync/order';

export function guessForTask(draft: BoardDraft, command: TaskCommand, me: string | null): readonly ListEvent[] {
  const { taskId } = command;
  switch (command.type) {
    case 'addTask': {
      const { type: _, ...fields } = command;
      const section = draft.section(command.sectionId);
      if (!section || draft.task(taskId)) return [];
      const afterTaskId = neighbour(section.taskIds, taskId, command.afterTaskId);
      return [{ ...fields, type: 'taskAdded', number: 0, afterTaskId }];
    }
    case 'moveTask': {
      const { sectionId } = command;
      const section = draft.section(sectionId);
      if (!section || !draft.task(taskId) || command.afterTaskId === taskId) return [];
      return [
        { type: 'taskMoved', taskId, sectionId, afterTaskId: neighbour(section.taskIds, taskId, command.afterTaskId) },
      ];
    }
    case 'restoreTask':
      return restored(draft, taskId);
    default: {
      const task = draft.task(taskId);
      return task ? guessForFields(task, command, me) : [];
    }
  }
}

type OnFields = Exclude<TaskCommand, { type: 'addTask' | 'moveTask' | 'restoreTask' }>;

function guessForFields(task: BoardTask, command: OnFields, me: string | null): readonly ListEvent[] {
  const { taskId } = command;
  switch (command.type) {
    case 'editTask':
      return [{ ...command, type: 'taskEdited' }];
    case 'completeTask':
      return task.completedAt === undefined ? [{ type: 'taskCompleted', taskId }] : [];
    case 'reopenTask':
      return task.completedAt === undefined ? [] : [{ type: 'taskReopened', taskId }];
    case 'deleteTask':
      return [{ type: 'taskDeleted', taskId }];
    case 'setParent':
      return [{ ...command, type: 'taskParentSet' }];
    case 'assign':
      return task.assigneeIds.includes(command.userId) ? [] : [{ type: 'assigned', taskId, userId: command.userId }];
    case 'unassign':
      return task.assigneeIds.includes(command.userId) ? [{ type: 'unassigned', taskId, userId: command.userId }] : [];
    case 'watchTask':
      return me === null || task.watcherIds?.includes(me) ? [] : [{ type: 'taskWatched', taskId, userId: me }];
    case 'unwatchTask':
      return me !== null && task.watcherIds?.includes(me) ? [{ type: 'taskUnwatched', taskId, userId: me }] : [];
    case 'addLabel':
      return task.labelIds.includes(command.labelId) ? [] : [{ type: 'labelAdded', taskId, labelId: command.labelId }];
    case 'removeLabel':
      return task.labelIds.includes(command.labelId)
        ? [{ type: 'labelRemoved', taskId, labelId: command.labelId }]
        : [];
    // Frozen only once the server has said so: until then it may still be refused.
    case 'transferTask':
      return [];
    case 'addComment': {
      const known = task.comments.some((comment) => comment.commentId === command.commentId);
      return known ? [] : [{ ...command, type: 'commentAdded' }];
    }
    case 'editComment':
      return hasComment(task, command.commentId) ? [{ ...command, type: 'commentEdited' }] : [];
    case 'deleteComment':
      return hasComment(task, command.commentId) ? [{ ...command, type: 'commentDeleted' }] : [];
    default:
      return guessForChecklist(task, command);
  }
}

type OnChecklist = Extract<OnFields, { itemId: string }>;

function guessForChecklist(task: BoardTask, command: OnChecklist): readonly TaskPartEvent[] {
  const { itemId, taskId } = command;
  const ids = task.checklist.map((item) => item.itemId);
  if (ids.includes(itemId) === (command.type === 'addChecklistItem')) return [];
  switch (command.type) {
    case 'addChecklistItem': {
      const { text, checked = false } = command;
      const afterItemId = neighbour(ids, itemId, command.afterItemId);
      return [{ type: 'checklistItemAdded', taskId, itemId, text, checked, afterItemId }];
    }
    case 'editChecklistItem':
      return [{ ...command, type: 'checklistItemEdited' }];
    case 'checkChecklistItem':
      return [{ ...command, type: 'checklistItemChecked' }];
    case 'moveChecklistItem':
      return command.afterItemId === itemId
        ? []
        : [{ type: 'checklistItemMoved', taskId, itemId, afterItemId: neighbour(ids, itemId, command.afterItemId) }];
    case 'deleteChecklistItem':
      return [{ ...command, type: 'checklistItemDeleted' }];
  }
}

function hasComment(task: BoardTask, commentId: string): boolean {
  return task.comments.some((comment) => comment.commentId === commentId);
}

function restored(draft: BoardDraft, taskId: string): readonly ListEvent[] {
  const deleted = draft.deleted.find((each) => each.task.taskId === taskId);
  const section = deleted && draft.section(deleted.task.sectionId);
  if (!section || draft.task(taskId)) return [];
  const { task } = deleted;
  const afterTaskId = deleted.afterTaskId === null ? null : neighbour(section.taskIds, taskId, deleted.afterTaskId);
  return [{ type: 'taskRestored', taskId, sectionId: task.sectionId, afterTaskId, task }];
}
