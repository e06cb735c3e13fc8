import { type RefObject, useCallback } from 'react';
import { useStore } from 'react-redux';
import { deleting } from '@/app/taskCommands';
import type { BoardHandle } from '@/features/board/boardCommands';
import { selectTask, selectTaskIds } from '@/state/board';
import { executeAll } from '@/state/execute';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices';
import { selectionCleared } from '@/state/selection';
import type { RootState } from '@/state/store';

/** Deletes at once and offers to take it back; the focus goes to the card that moves into the gap. */
export function useRemoveTasks(
  listId: string,
  openTaskId: string | undefined,
  showBoard: (focusId?: string) => void,
  board: RefObject<BoardHandle | undefined>,
): (taskIds: readonly string[]) => void {
  const dispatch = useAppDispatch();
  const store = useStore<RootState>();
  return useCallback(
    (taskIds) => {
      const state = store.getState();
      const tasks = taskIds.flatMap((taskId) => selectTask(state, listId, taskId) ?? []);
      const [first] = tasks;
      if (!first) return;
      const ids = selectTaskIds(state, listId, first.sectionId);
      const at = ids.indexOf(first.taskId);
      const nextId = [...ids.slice(at + 1), ...ids.slice(0, at).reverse()].find((id) => !taskIds.includes(id));
      const commandId = dispatch(executeAll(listId, deleting(tasks)));
      const count = tasks.length;
      if (commandId !== undefined) {
        const code = count === 1 ? 'taskDeleted' : 'tasksDeleted';
        dispatch(noticeShown({ kind: 'info', code, params: { count }, undo: { listId, commandId } }));
      }
      dispatch(selectionCleared());
      if (openTaskId !== undefined && taskIds.includes(openTaskId)) showBoard(nextId);
      else if (nextId) board.current?.focus(nextId);
    },
    [dispatch, store, listId, openTaskId, showBoard, board],
  );
}
