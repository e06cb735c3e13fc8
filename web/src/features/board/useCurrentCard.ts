import { type FocusEvent, type RefObject, useCallback, useState } from 'react';
import { flushSync } from 'react-dom';
import { selectSectionIds, selectTask } from '@/state/board';
import { selectIsFolded } from '@/state/collapsed';
import { selectShownIds } from '@/state/filter';
import { useAppSelector } from '@/state/hooks';
import type { RootState } from '@/state/store';

/** The card Tab reaches: the one focused last, or the first of the board when that one is gone. */
function currentOf(state: RootState, listId: string, focusedId: string | undefined): string | undefined {
  if (focusedId && selectTask(state, listId, focusedId)) return focusedId;
  for (const sectionId of selectSectionIds(state, listId)) {
    if (selectIsFolded(state, sectionId)) continue;
    const first = selectShownIds(state, listId, sectionId)[0];
    if (first) return first;
  }
  return undefined;
}

export function useCurrentCard(listId: string, root: RefObject<HTMLElement | null>) {
  const [focusedId, setFocusedId] = useState<string>();
  const id = useAppSelector((state) => currentOf(state, listId, focusedId));

  const focus = useCallback(
    (taskId: string) => {
      // At once, not with the next render: a windowed card must be mounted before it can take the focus.
      flushSync(() => setFocusedId(taskId));
      const card = root.current?.querySelector<HTMLElement>(`[data-task-id="${CSS.escape(taskId)}"]`);
      card?.focus();
      const show = () => card?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      show();
      // Cards mounted by the scrolling are measured only now, and push the rest.
      requestAnimationFrame(show);
    },
    [root],
  );

  const onFocus = useCallback((event: FocusEvent) => {
    const card = event.target.closest<HTMLElement>('[data-task-id]');
    if (card) setFocusedId(card.dataset['taskId']);
  }, []);

  return { id, focus, onFocus };
}
