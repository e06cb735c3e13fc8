import type { Change } from '@/contract/events';
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
