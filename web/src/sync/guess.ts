import type { CommandBody } from '@/contract/commands';
import type { ListEvent } from '@/contract/events';
import type { BoardDraft } from '@/sync/draft';
import { guessForTask } from '@/sync/guessForTask';
import { neighbour } from '@/sync/order';

/**
 * The events a command would most likely lead to, so that the screen can show it at once.
 * A command that would change nothing, or whose target is gone, shows nothing; it is sent all the same and the server decides.
 */
export function guess(draft: BoardDraft, command: CommandBody, me: string | null): readonly ListEvent[] {
  if ('taskId' in command) return guessForTask(draft, command, me);
  switch (command.type) {
    case 'renameList':
      return [{ type: 'listRenamed', name: command.name }];
    case 'setListKey':
      return [{ type: 'listKeySet', key: command.key }];
    case 'archiveList':
      return draft.archivedAt === undefined ? [{ type: 'listArchived' }] : [];
    case 'unarchiveList':
      return draft.archivedAt === undefined ? [] : [{ type: 'listUnarchived' }];
    case 'addSection': {
      const { sectionId, name } = command;
      if (draft.section(sectionId)) return [];
      const afterSectionId = neighbour(draft.sectionIds, sectionId, command.afterSectionId);
      return [{ type: 'sectionAdded', sectionId, name, afterSectionId }];
    }
    case 'renameSection':
      return draft.section(command.sectionId) ? [{ ...command, type: 'sectionRenamed' }] : [];
    case 'setSectionLimit':
      return draft.section(command.sectionId) ? [{ ...command, type: 'sectionLimitSet' }] : [];
    case 'moveSection': {
      const { sectionId } = command;
      if (!draft.section(sectionId) || command.afterSectionId === sectionId) return [];
      const afterSectionId = neighbour(draft.sectionIds, sectionId, command.afterSectionId);
      return [{ type: 'sectionMoved', sectionId, afterSectionId }];
    }
    case 'deleteSection':
      return draft.section(command.sectionId) ? [{ type: 'sectionDeleted', sectionId: command.sectionId }] : [];
    case 'defineLabel':
      return [{ ...command, type: 'labelDefined' }];
    case 'deleteLabel':
      return draft.labels.some((label) => label.labelId === command.labelId)
        ? [{ type: 'labelDeleted', labelId: command.labelId }]
        : [];
    case 'setMemberRole':
      return [{ ...command, type: 'memberRoleSet' }];
    case 'removeMember':
      // Taking oneself out of the picture early would only make the board flicker.
      return command.userId === me ? [] : [{ ...command, type: 'memberRemoved' }];
    // What an undo finds to take back only the log knows; the rest takes effect beyond this board.
    case 'undo':
    case 'bulk':
    case 'leaveList':
    case 'deleteList':
    case 'restoreList':
      return [];
  }
}
