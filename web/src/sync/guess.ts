import type { CommandBody } from '@/contract/commands';
import type { ListEvent } from '@/contract/events';
import type { BoardDraft } from '@/sync/draft';
import { neighbour } from '@/sync/order';

/**
 * The events a command would most likely lead to, so that the screen can show it at once.
 * A command that would change nothing, or whose target is gone, shows nothing; it is sent all the same and the server decides.
 */
export function guess(draft: BoardDraft, command: CommandBody, me: string | null): readonly ListEvent[] {
  switch (command.type) {
    case 'renameList':
      return [{ type: 'listRenamed', name: command.name }];
    case 'addSection': {
      const { sectionId, name } = command;
      if (draft.section(sectionId)) return [];
      const afterSectionId = neighbour(draft.sectionIds, sectionId, command.afterSectionId);
      return [{ type: 'sectionAdded', sectionId, name, afterSectionId }];
    }
    case 'renameSection':
      return draft.section(command.sectionId) ? [{ ...command, type: 'sectionRenamed' }] : [];
    case 'moveSection': {
      const { sectionId } = command;
      if (!draft.section(sectionId) || command.afterSectionId === sectionId) return [];
      const afterSectionId = neighbour(draft.sectionIds, sectionId, command.afterSectionId);
      return [{ type: 'sectionMoved', sectionId, afterSectionId }];
    }
    case 'deleteSection':
      return draft.section(command.sectionId) ? [{ type: 'sectionDeleted', sectionId: command.sectionId }] : [];
    case 'addTask': {
      const { type: _, ...fields } = command;
      const section = draft.section(command.sectionId);
      if (!section || draft.task(command.taskId)) return [];
      const afterTaskId = neighbour(section.taskIds, command.taskId, command.afterTaskId);
      return [{ ...fields, type: 'taskAdded', number: 0, afterTaskId }];
    }
    case 'moveTask': {
      const { taskId, sectionId } = command;
      const section = draft.section(sectionId);
      if (!section || !draft.task(taskId) || command.afterTaskId === taskId) return [];
      return [
        { type: 'taskMoved', taskId, sectionId, afterTaskId: neighbour(section.taskIds, taskId, command.afterTaskId) },
      ];
    }
    case 'restoreTask':
      return restored(draft, command.taskId);
    case 'defineLabel':
      return [{ ...command, type: 'labelDefined' }];
    case 'setMemberRole':
      return [{ ...command, type: 'memberRoleSet' }];
    case 'removeMember':
      // Taking oneself out of the picture early would only make the board flicker.
      return command.userId === me ? [] : [{ ...command, type: 'memberRemoved' }];
    case 'leaveList':
      return [];
    default:
      return guessForTask(draft, command);
  }
}

type OnTask = Exclude<CommandBody, { type: OnList }>;
type OnList =
  | 'renameList'
  | 'addSection'
  | 'renameSection'
  | 'moveSection'
  | 'deleteSection'
  | 'addTask'
  | 'moveTask'
  | 'restoreTask'
  | 'defineLabel'
  | 'setMemberRole'
  | 'removeMember'
  | 'leaveList';

function guessForTask(draft: BoardDraft, command: OnTask): readonly ListEvent[] {
  const { taskId } = command;
  const task = draft.task(taskId);
  if (!task) return [];
  switch (command.type) {
    case 'editTask':
      return [{ ...command, type: 'taskEdited' }];
    case 'completeTask':
      return task.completedAt === undefined ? [{ type: 'taskCompleted', taskId }] : [];
    case 'reopenTask':
      return task.completedAt === undefined ? [] : [{ type: 'taskReopened', taskId }];
    case 'deleteTask':
      return [{ type: 'taskDeleted', taskId }];
    case 'assign':
      return task.assigneeIds.includes(command.userId) ? [] : [{ type: 'assigned', taskId, userId: command.userId }];
    case 'unassign':
      return task.assigneeIds.includes(command.userId) ? [{ type: 'unassigned', taskId, userId: command.userId }] : [];
    case 'addLabel':
      return task.labelIds.includes(command.labelId) ? [] : [{ type: 'labelAdded', taskId, labelId: command.labelId }];
    case 'removeLabel':
      return task.labelIds.includes(command.labelId)
        ? [{ type: 'labelRemoved', taskId, labelId: command.labelId }]
        : [];
    case 'addChecklistItem': {
      const { itemId, text, checked = false } = command;
      const ids = task.checklist.map((item) => item.itemId);
      if (ids.includes(itemId)) return [];
      const afterItemId = neighbour(ids, itemId, command.afterItemId);
      return [{ type: 'checklistItemAdded', taskId, itemId, text, checked, afterItemId }];
    }
    case 'addComment': {
      const { commentId, text } = command;
      const known = task.comments.some((comment) => comment.commentId === commentId);
      return known ? [] : [{ type: 'commentAdded', taskId, commentId, text }];
    }
  }
}

function restored(draft: BoardDraft, taskId: string): readonly ListEvent[] {
  const deleted = draft.deleted.find((each) => each.task.taskId === taskId);
  const section = deleted && draft.section(deleted.task.sectionId);
  if (!section || draft.task(taskId)) return [];
  const { task } = deleted;
  const afterTaskId = deleted.afterTaskId === null ? null : neighbour(section.taskIds, taskId, deleted.afterTaskId);
  return [{ type: 'taskRestored', taskId, sectionId: task.sectionId, afterTaskId, task }];
}
