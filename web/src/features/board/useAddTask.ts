import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { uuidv7 } from '@/lib/uuidv7';
import { execute } from '@/state/execute';
import { useAppDispatch } from '@/state/hooks';
import { announce } from '@/ui/announce';

/** Adds at the end of a section, or from its top downwards: there each new task stands after the one added before it. */
export function useAddTask(
  listId: string,
  sectionId: string,
  where: 'top' | 'foot' | undefined,
  scroller: RefObject<HTMLElement | null>,
): (title: string) => void {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (where === 'top') last.current = null;
    if (where) scroller.current?.scrollTo({ top: where === 'top' ? 0 : scroller.current.scrollHeight });
  }, [where, scroller]);

  return useCallback(
    (title: string) => {
      const taskId = uuidv7();
      const anchor = where === 'top' ? { afterTaskId: last.current } : {};
      dispatch(execute(listId, { type: 'addTask', taskId, sectionId, title, ...anchor }));
      last.current = taskId;
      announce(t('board.added', { title }));
      // After the card is painted: the input at the foot stays in sight.
      if (where === 'foot')
        requestAnimationFrame(() => scroller.current?.scrollTo({ top: scroller.current.scrollHeight }));
    },
    [dispatch, listId, sectionId, where, scroller, t],
  );
}
