import type { ThunkAction, UnknownAction } from '@reduxjs/toolkit';
import { type BoardState, selectTask } from '@/state/board';
import { noticeShown } from '@/state/notices';
import type { Services } from '@/state/services';
import type { SessionState } from '@/state/session';

interface Root {
  readonly board: BoardState;
  readonly session: SessionState;
}

/**
 * Those of the tasks that can be changed now. On its way to another list a task can not, and the server would only let
 * a command wait: whoever asks for one hears that at once.
 */
export function withoutFrozen(
  listId: string,
  taskIds: readonly string[],
): ThunkAction<readonly string[], Root, Services, UnknownAction> {
  return (dispatch, getState) => {
    const state = getState();
    const free = taskIds.filter((taskId) => selectTask(state, listId, taskId)?.transfer === undefined);
    if (free.length < taskIds.length) dispatch(noticeShown({ kind: 'info', code: 'taskInTransfer' }));
    return free;
  };
}
