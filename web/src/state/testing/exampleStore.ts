import type { ListEvent } from '@/contract/events';
import { overlayChanged, serverBatchApplied } from '@/state/board';
import type { AppStore } from '@/state/store';
import { wholeStore } from '@/state/testing/wholeStore';
import { boardAfter } from '@/sync/testing/example';

/** A store that shows the example's list after these events, and reaches no server. */
export function exampleStore(...events: ListEvent[]) {
  const store = wholeStore(async () => Response.error());
  store.dispatch(overlayChanged({ listId: 'list', view: boardAfter(...events), unsent: new Set() }));
  return store;
}

/** News from the server, made by somebody else. */
export function othersChanged(store: AppStore, remoteTaskIds: readonly string[]): void {
  const list = { listId: 'list', view: boardAfter(), unsent: new Set<string>(), remoteTaskIds };
  store.dispatch(serverBatchApplied({ lists: [list], at: Date.now() }));
}

export const transferStarted = {
  type: 'taskTransferStarted',
  taskId: 't1',
  transferId: 'x1',
  toListId: 'other',
  toSectionId: 's9',
} as const;
