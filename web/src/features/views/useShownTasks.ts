import { useMemo } from 'react';
import { useStore } from 'react-redux';
import { type BoardTask, selectSectionIds, selectTask, selectView } from '@/state/board';
import { selectFilter, selectShownIds } from '@/state/filter';
import { useAppSelector } from '@/state/hooks';
import type { RootState } from '@/state/store';

export interface Group {
  readonly sectionId: string;
  readonly tasks: readonly BoardTask[];
}

/** The list's tasks that the filter lets through, section by section. */
export function useShownTasks(listId: string): readonly Group[] {
  const store = useStore<RootState>();
  const view = useAppSelector((state) => selectView(state, listId));
  const filter = useAppSelector(selectFilter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view and the filter are what the selectors look at.
  return useMemo(() => {
    const state = store.getState();
    return selectSectionIds(state, listId).map((sectionId) => ({
      sectionId,
      tasks: selectShownIds(state, listId, sectionId).flatMap((taskId) => selectTask(state, listId, taskId) ?? []),
    }));
  }, [store, listId, view, filter]);
}
