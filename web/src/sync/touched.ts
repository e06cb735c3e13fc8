import type { CommandBody } from '@/contract/commands';
import type { Change } from '@/contract/events';
import type { TaskCommand } from '@/contract/taskCommands';

interface Touched {
  readonly writes: readonly string[];
  readonly reads: readonly string[];
}

/** What is written by a command whose reach only the server knows. */
const everything = '*';

/** The things a command changes and those it only leans on, by id. */
function touched(command: CommandBody): Touched {
  if ('taskId' in command) return touchedByTask(command);
  switch (command.type) {
    case 'renameList':
      return { writes: ['name'], reads: [] };
    case 'setListKey':
      return { writes: ['key'], reads: [] };
    case 'addSection':
    case 'moveSection':
      return { writes: [command.sectionId], reads: ids(command.afterSectionId) };
    case 'renameSection':
    case 'setSectionLimit':
    case 'deleteSection':
      return { writes: [command.sectionId], reads: [] };
    case 'defineLabel':
    case 'deleteLabel':
      return { writes: [command.labelId], reads: [] };
    case 'setMemberRole':
    case 'removeMember':
      return { writes: [command.userId], reads: [] };
    case 'leaveList':
      return { writes: ['members'], reads: [] };
    case 'bulk': {
      const all = command.commands.map(touched);
      return { writes: all.flatMap((each) => each.writes), reads: all.flatMap((each) => each.reads) };
    }
    default:
      return { writes: [everything], reads: [] };
  }
}

function touchedByTask(command: TaskCommand): Touched {
  const writes = [command.taskId];
  switch (command.type) {
    case 'addTask': {
      const { sectionId, afterTaskId, parentTaskId, assigneeIds = [], labelIds = [] } = command;
      return { writes, reads: [sectionId, ...ids(afterTaskId), ...ids(parentTaskId), ...assigneeIds, ...labelIds] };
    }
    case 'moveTask':
      return { writes, reads: [command.sectionId, ...ids(command.afterTaskId)] };
    case 'setParent':
      return { writes, reads: ids(command.parentTaskId) };
    case 'assign':
    case 'unassign':
      return { writes, reads: [command.userId] };
    case 'addLabel':
    case 'removeLabel':
      return { writes, reads: [command.labelId] };
    default:
      return { writes, reads: [] };
  }
}

function ids(anchor: string | null | undefined): string[] {
  return typeof anchor === 'string' ? [anchor] : [];
}

/** These decide over things and rights they do not name: all that was done before them must be decided first. */
const lastInLine: readonly CommandBody['type'][] = [
  'deleteSection',
  'deleteLabel',
  'setMemberRole',
  'removeMember',
  'leaveList',
  'archiveList',
  'unarchiveList',
  'deleteList',
  'restoreList',
  'undo',
];

/** Whether `later` must not overtake `earlier`: it touches what the earlier one changes. */
export function follows(later: CommandBody, earlier: CommandBody): boolean {
  if (lastInLine.includes(later.type)) return true;
  const { writes } = touched(earlier);
  const { writes: alsoWrites, reads } = touched(later);
  if (writes.includes(everything)) return true;
  return writes.some((id) => alsoWrites.includes(id) || reads.includes(id));
}

/** The id of what a command brings into being: when it is refused, what builds on that has lost its ground. */
export function createdBy(command: CommandBody): string | undefined {
  switch (command.type) {
    case 'addSection':
      return command.sectionId;
    case 'addTask':
      return command.taskId;
    case 'defineLabel':
      return command.labelId;
    default:
      return undefined;
  }
}

/** Whether a command cannot mean anything without `id`. A lost anchor is no loss: the task goes last. */
export function needs(command: CommandBody, id: string): boolean {
  if (command.type === 'bulk') return command.commands.some((each) => needs(each, id));
  return (
    ('taskId' in command && command.taskId === id) ||
    ('sectionId' in command && command.sectionId === id) ||
    ('labelId' in command && command.labelId === id) ||
    ('parentTaskId' in command && command.parentTaskId === id)
  );
}

/** Tasks that a change names. */
export function taskIdsIn({ events }: Change): string[] {
  return events.flatMap((event) => ('taskId' in event && typeof event.taskId === 'string' ? [event.taskId] : []));
}
