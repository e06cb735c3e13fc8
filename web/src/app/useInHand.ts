import { useCallback } from 'react';
import { useStore } from 'react-redux';
import { selectSelectedIds } from '@/state/selection';
import type { RootState } from '@/state/store';

/** The tasks a key or a command means: those selected, else the card in focus, else the open one. */
export function useInHand(openTaskId: string | undefined): () => readonly string[] {
  const store = useStore<RootState>();
  return useCallback(() => {
    const selected = selectSelectedIds(store.getState());
    if (selected.length > 0) return selected;
    const card = document.activeElement?.closest<HTMLElement>('[data-task-id]')?.dataset['taskId'];
    const taskId = card ?? openTaskId;
    return taskId === undefined ? [] : [taskId];
  }, [store, openTaskId]);
}
