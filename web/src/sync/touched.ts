import type { CommandBody } from '@/contract/commands';

interface Touched {
  readonly writes: readonly string[];
  readonly reads: readonly string[];
}

/** The things a command changes and those it only leans on, by id. */
function touched(command: CommandBody): Touched {
  switch (command.type) {
    case 'renameList':
      return { writes: ['name'], reads: [] };
    case 'addSection':
    case 'moveSection':
      return { writes: [command.sectionId], reads: ids(command.afterSectionId) };
    case 'renameSection':
    case 'deleteSection':
      return { writes: [command.sectionId], reads: [] };
    case 'addTask':
    case 'moveTask':
      return { writes: [command.taskId], reads: [command.sectionId, ...ids(command.afterTaskId)] };
    case 'assign':
    case 'unassign':
      return { writes: [command.taskId], reads: [command.userId] };
    case 'addLabel':
    case 'removeLabel':
      return { writes: [command.taskId], reads: [command.labelId] };
    case 'defineLabel':
      return { writes: [command.labelId], reads: [] };
    case 'setMemberRole':
    case 'removeMember':
      return { writes: [command.userId], reads: [] };
    case 'leaveList':
      return { writes: ['members'], reads: [] };
    default:
      return { writes: [command.taskId], reads: [] };
  }
}

function ids(anchor: string | null | undefined): string[] {
  return typeof anchor === 'string' ? [anchor] : [];
}

/** These decide over things and rights they do not name: all that was done before them must be decided first. */
const lastInLine: readonly CommandBody['type'][] = ['deleteSection', 'setMemberRole', 'removeMember', 'leaveList'];

/** Whether `later` must not overtake `earlier`: it touches what the earlier one changes. */
export function follows(later: CommandBody, earlier: CommandBody): boolean {
  if (lastInLine.includes(later.type)) return true;
  const { writes } = touched(earlier);
  const { writes: alsoWrites, reads } = touched(later);
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
  return (
    ('taskId' in command && command.taskId === id) ||
    ('sectionId' in command && command.sectionId === id) ||
    ('labelId' in command && command.labelId === id)
  );
}
