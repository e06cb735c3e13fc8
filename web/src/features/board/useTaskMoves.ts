import { useMemo } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useStore } from 'react-redux';
import { type Column, type Direction, neighbour, type Place, stepPlace } from '@/features/board/walk';
import { selectSection, selectSectionIds, selectTask, selectTaskIds } from '@/state/board';
import { selectIsFolded } from '@/state/collapsed';
import { execute, executeAll } from '@/state/execute';
import { selectShownIds } from '@/state/filter';
import { withoutFrozen } from '@/state/frozen';
import { useAppDispatch } from '@/state/hooks';
import { movesTogether } from '@/state/movesTogether';
import { selectSelectedIds } from '@/state/selection';
import type { RootState } from '@/state/store';
import { announce } from '@/ui/announce';

export interface TaskMoves {
  /** The card an arrow leads to. */
  next: (taskId: string, direction: Direction) => string | undefined;
  step: (taskId: string, direction: Direction) => void;
  drop: (taskId: string, sectionId: string, afterTaskId: string | null) => void;
  toggle: (taskId: string) => void;
}

function columnsOf(state: RootState, listId: string): Column[] {
  // A folded section shows no cards to walk to or beside.
  const open = selectSectionIds(state, listId).filter((sectionId) => !selectIsFolded(state, sectionId));
  return open.map((sectionId) => ({ sectionId, taskIds: selectShownIds(state, listId, sectionId) }));
}

/** What changes a task's place or state on the board. Reads the store at the moment of the act, so it never renders. */
export function useTaskMoves(listId: string, focus: (taskId: string) => void): TaskMoves {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const store = useStore<RootState>();

  return useMemo(() => {
    const move = (taskId: string, { sectionId, afterTaskId, position }: Place) => {
      // A drag started before the task was deleted elsewhere ends here.
      const title = selectTask(store.getState(), listId, taskId)?.title;
      if (title === undefined) return;
      flushSync(() => dispatch(execute(listId, { type: 'moveTask', taskId, sectionId, afterTaskId })));
      focus(taskId);
      const state = store.getState();
      const section = selectSection(state, listId, sectionId)?.name ?? '';
      announce(t('board.movedTo', { title, section, position, total: selectTaskIds(state, listId, sectionId).length }));
    };
    return {
      next: (taskId, direction) => neighbour(columnsOf(store.getState(), listId), taskId, direction),
      step: (taskId, direction) => {
        if (dispatch(withoutFrozen(listId, [taskId])).length === 0) return;
        const place = stepPlace(columnsOf(store.getState(), listId), taskId, direction);
        if (place) move(taskId, place);
      },
      drop: (taskId, sectionId, afterTaskId) => {
        const selected = selectSelectedIds(store.getState());
        if (selected.length > 1 && selected.includes(taskId)) {
          const free = dispatch(withoutFrozen(listId, selected));
          dispatch(executeAll(listId, movesTogether(free, sectionId, afterTaskId)));
          announce(t('actions.done', { count: free.length }));
          return;
        }
        const ids = selectTaskIds(store.getState(), listId, sectionId);
        const own = ids.indexOf(taskId);
        // Dropped where it was: nothing to tell the server.
        if (own !== -1 && (ids[own - 1] ?? null) === afterTaskId) return;
        const rest = ids.filter((id) => id !== taskId);
        const position = afterTaskId === null ? 1 : rest.indexOf(afterTaskId) + 2;
        move(taskId, { sectionId, afterTaskId, position });
      },
      toggle: (taskId) => {
        const task = selectTask(store.getState(), listId, taskId);
        if (!task) return;
        const isDone = task.completedAt !== undefined;
        dispatch(execute(listId, { type: isDone ? 'reopenTask' : 'completeTask', taskId }));
        announce(t(isDone ? 'board.reopenedNow' : 'board.completedNow', { title: task.title }));
      },
    };
  }, [dispatch, focus, listId, store, t]);
}
