import type { ListEvent } from '@/contract/events';
import { overlayChanged } from '@/state/board';
import { makeStore } from '@/state/store';
import { MemoryOpStore } from '@/sync/memoryOpStore';
import { boardAfter } from '@/sync/testing/example';

/** A store that shows the example's list after these events, and reaches no server. */
export function exampleStore(...events: ListEvent[]) {
  const store = makeStore({ fetcher: async () => Response.error(), store: new MemoryOpStore() });
  store.dispatch(overlayChanged({ listId: 'list', view: boardAfter(...events), unsent: new Set() }));
  return store;
}

export const transferStarted = {
  type: 'taskTransferStarted',
  taskId: 't1',
  transferId: 'x1',
  toListId: 'other',
  toSectionId: 's9',
} as const;
