import type { ListEvent } from '@/contract/events';
import type { HistoryEntry } from '@/contract/rest';

const never: readonly ListEvent['type'][] = [
  'listCreated',
  'listDeleted',
  'listRestored',
  'memberAdded',
  'memberRoleSet',
  'memberRemoved',
  'taskTransferStarted',
  'taskTransferred',
  'taskTransferCancelled',
  'taskReceived',
];

/** Who belongs to a list, whether it exists and what left it is not taken back from here. */
export function isUndoable({ events }: HistoryEntry): boolean {
  return events.length > 0 && !events.some((event) => never.includes(event.type));
}
