import { useCallback, useState } from 'react';
import { execute } from '@/state/execute';
import { useAppDispatch } from '@/state/hooks';

/** Editing a title on the card: which one, and what follows when it ends. */
export function useTitles(listId: string, focus: (taskId: string) => void) {
  const dispatch = useAppDispatch();
  const [editingId, setEditingId] = useState<string>();

  const onTitle = useCallback(
    (taskId: string, title: string) => void dispatch(execute(listId, { type: 'editTask', taskId, title })),
    [dispatch, listId],
  );

  const onEditEnd = useCallback(
    (taskId: string) => {
      setEditingId(undefined);
      // Back to the card, unless the person has already gone somewhere else.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) focus(taskId);
      });
    },
    [focus],
  );

  return { editingId, edit: setEditingId, onTitle, onEditEnd };
}
