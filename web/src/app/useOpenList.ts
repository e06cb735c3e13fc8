import { useEffect } from 'react';
import { listClosed, listOpened, selectMyRole, selectScope } from '@/state/board';
import { useAppDispatch, useAppSelector } from '@/state/hooks';

export type ListShown = 'loading' | 'shown' | 'gone' | 'broken';

/** Opens the list while its page is on the screen, and says what there is to show of it. */
export function useOpenList(listId: string): ListShown {
  const dispatch = useAppDispatch();
  const status = useAppSelector((state) => selectScope(state, listId).status);
  const isPainted = useAppSelector((state) => selectMyRole(state, listId)) !== undefined;

  useEffect(() => {
    dispatch(listOpened(listId));
    return () => {
      dispatch(listClosed(listId));
    };
  }, [dispatch, listId]);

  if (status === 'gone') return 'gone';
  // What is painted stays, however far behind: nothing blinks while it catches up.
  if (isPainted) return 'shown';
  return status === 'broken' ? 'broken' : 'loading';
}
