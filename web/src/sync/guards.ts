import type { Change, ListEvent } from '@/contract/events';
import type { Changed, Head, Viewer } from '@/contract/hub';
import type { InboxItem } from '@/contract/rest';

// The edge of the live channel: the shape of each message is looked at once, here. Event fields are checked where they are applied.

type Fields = Record<string, unknown>;

function fieldsOf(value: unknown): Fields {
  if (typeof value !== 'object' || value === null) throw new Error('unexpected message');
  return value as Fields;
}

function text(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw new Error(`unexpected message: ${name}`);
  return value;
}

function isChange(value: unknown): value is Change {
  const change = fieldsOf(value);
  return (
    typeof change['version'] === 'number' &&
    typeof change['commandId'] === 'string' &&
    typeof change['at'] === 'string' &&
    Array.isArray(change['events'])
  );
}

export function asChanged(value: unknown): Changed {
  const fields = fieldsOf(value);
  const changes = fields['changes'];
  if (!Array.isArray(changes) || !changes.every(isChange)) throw new Error('unexpected message: changes');
  return { listId: text(fields, 'listId'), historyId: text(fields, 'historyId'), changes };
}

/** The changes in an answer; absent ones are none. */
export function checkedChanges<T extends { readonly changes?: readonly Change[] }>(answer: T): T {
  if (answer.changes !== undefined && answer.changes !== null && !answer.changes.every(isChange))
    throw new Error('unexpected answer: changes');
  return answer;
}

export function asHeads(value: unknown): Head[] {
  if (!Array.isArray(value)) throw new Error('unexpected message: heads');
  return value.map((each: unknown) => {
    const fields = fieldsOf(each);
    return {
      listId: text(fields, 'listId'),
      historyId: text(fields, 'historyId'),
      version: Number(fields['version']),
    };
  });
}

export function asViewers(value: unknown): { listId: string; viewers: Viewer[] } {
  const fields = fieldsOf(value);
  const viewers = Array.isArray(fields['viewers']) ? fields['viewers'] : [];
  return {
    listId: text(fields, 'listId'),
    viewers: viewers.map((each: unknown) => fieldsOf(each) as unknown as Viewer),
  };
}

export function asInboxItem(value: unknown): InboxItem {
  const fields = fieldsOf(value);
  text(fields, 'notificationId');
  return fields as unknown as InboxItem;
}

const item = ['taskId', 'itemId'];
const comment = ['taskId', 'commentId'];

/** Every event this build can apply, with the fields it must have as text. */
export const textFields: Record<ListEvent['type'], readonly string[]> = {
  listCreated: ['name', 'ownerId'],
  listRenamed: ['name'],
  listKeySet: ['key'],
  listArchived: [],
  listUnarchived: [],
  listDeleted: [],
  listRestored: [],
  sectionAdded: ['sectionId', 'name'],
  sectionRenamed: ['sectionId', 'name'],
  sectionLimitSet: ['sectionId'],
  sectionMoved: ['sectionId'],
  sectionDeleted: ['sectionId'],
  sectionRestored: ['sectionId', 'name'],
  taskAdded: ['taskId', 'sectionId', 'title'],
  taskEdited: ['taskId'],
  taskMoved: ['taskId', 'sectionId'],
  taskCompleted: ['taskId'],
  taskReopened: ['taskId'],
  taskDeleted: ['taskId'],
  taskRestored: ['taskId', 'sectionId'],
  taskParentSet: ['taskId'],
  taskTransferStarted: ['taskId', 'toListId'],
  taskReceived: ['taskId', 'sectionId'],
  taskTransferred: ['taskId'],
  taskTransferCancelled: ['taskId'],
  assigned: ['taskId', 'userId'],
  unassigned: ['taskId', 'userId'],
  taskWatched: ['taskId', 'userId'],
  taskUnwatched: ['taskId', 'userId'],
  labelDefined: ['labelId', 'name', 'color'],
  labelDeleted: ['labelId'],
  labelRestored: ['labelId', 'name', 'color'],
  labelAdded: ['taskId', 'labelId'],
  labelRemoved: ['taskId', 'labelId'],
  checklistItemAdded: [...item, 'text'],
  checklistItemEdited: [...item, 'text'],
  checklistItemChecked: item,
  checklistItemMoved: item,
  checklistItemDeleted: item,
  commentAdded: [...comment, 'text'],
  commentEdited: [...comment, 'text'],
  commentDeleted: comment,
  commentRestored: ['taskId'],
  memberAdded: ['userId', 'role'],
  memberRoleSet: ['userId', 'role'],
  memberRemoved: ['userId'],
  undone: [],
};

/** False for an event of a newer server: its list must not be shown any further by this build. */
export function isKnownEvent(event: { readonly type: string }): event is ListEvent {
  if (!Object.hasOwn(textFields, event.type)) return false;
  const fields = event as unknown as Fields;
  return textFields[event.type as ListEvent['type']].every((name) => typeof fields[name] === 'string');
}
