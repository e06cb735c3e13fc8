import { useCallback } from 'react';
import { useStore } from 'react-redux';
import { selectTask, selectTaskIds } from '@/state/board';
import { useAppDispatch } from '@/state/hooks';
import { selectionAdded, selectionToggled, selectSelectionAnchor } from '@/state/selection';
import type { RootState } from '@/state/store';

/** Marks one task, or all from the last one marked to this one where both stand in one section. */
export function useSelect(listId: string): (taskId: string, how: 'toggle' | 'range') => void {
  const dispatch = useAppDispatch();
  const store = useStore<RootState>();
  return useCallback(
    (taskId, how) => {
      const state = store.getState();
      const anchorId = selectSelectionAnchor(state);
      const sectionId = selectTask(state, listId, taskId)?.sectionId;
      const ids = sectionId === undefined ? [] : selectTaskIds(state, listId, sectionId);
      const from = anchorId === undefined ? -1 : ids.indexOf(anchorId);
      const to = ids.indexOf(taskId);
      if (how === 'range' && from !== -1)
        dispatch(selectionAdded(ids.slice(Math.min(from, to), Math.max(from, to) + 1)));
      else dispatch(selectionToggled(taskId));
    },
    [dispatch, listId, store],
  );
}
