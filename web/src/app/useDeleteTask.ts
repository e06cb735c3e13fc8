import { useStore } from 'react-redux';
import { selectTask, selectTaskIds } from '@/state/board';
import { execute } from '@/state/execute';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices';
import type { RootState } from '@/state/store';

/** Deletes at once and offers to take it back; the focus goes to the card that moves into the gap. */
export function useDeleteTask(
  listId: string,
  onDeleted: (nextId: string | undefined) => void,
): (taskId: string) => void {
  const dispatch = useAppDispatch();
  const store = useStore<RootState>();
  return (taskId) => {
    const task = selectTask(store.getState(), listId, taskId);
    if (!task) return;
    const ids = selectTaskIds(store.getState(), listId, task.sectionId);
    const at = ids.indexOf(taskId);
    dispatch(execute(listId, { type: 'deleteTask', taskId }));
    dispatch(
      noticeShown({ kind: 'info', code: 'taskDeleted', undo: { listId, command: { type: 'restoreTask', taskId } } }),
    );
    onDeleted(ids[at + 1] ?? ids[at - 1]);
  };
}
