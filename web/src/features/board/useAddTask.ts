import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SingleCommand } from '@/contract/commands';
import type { QuickTask } from '@/lib/quickAdd';
import { uuidv7 } from '@/lib/uuidv7';
import { ownTimeZone } from '@/lib/zone';
import { executeAll } from '@/state/execute';
import { useAppDispatch } from '@/state/hooks';
import { announce } from '@/ui/announce';

/** Adds at the end of a section, or from its top downwards: there each new task stands after the one added before it. */
export function useAddTask(
  listId: string,
  sectionId: string,
  where: 'top' | 'foot' | undefined,
  scroller: RefObject<HTMLElement | null>,
  onOpen: (taskId: string) => void,
): (tasks: readonly QuickTask[], opens?: boolean) => void {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (where === 'top') last.current = null;
    if (where) scroller.current?.scrollTo({ top: where === 'top' ? 0 : scroller.current.scrollHeight });
  }, [where, scroller]);

  return useCallback(
    (tasks: readonly QuickTask[], opens = false) => {
      const commands = tasks.map(({ title, assigneeIds, labelIds, ...fields }): SingleCommand => {
        const taskId = uuidv7();
        const anchor = where === 'top' ? { afterTaskId: last.current } : {};
        last.current = taskId;
        return {
          type: 'addTask',
          taskId,
          sectionId,
          title,
          ...fields,
          ...(fields.dueAt ? { timeZone: ownTimeZone() } : {}),
          ...(assigneeIds.length > 0 ? { assigneeIds } : {}),
          ...(labelIds.length > 0 ? { labelIds } : {}),
          ...anchor,
        };
      });
      dispatch(executeAll(listId, commands));
      if (opens && last.current) onOpen(last.current);
      announce(t('board.added', { title: tasks.map((task) => task.title).join(', ') }));
      // After the card is painted: the input at the foot stays in sight.
      if (where === 'foot')
        requestAnimationFrame(() => scroller.current?.scrollTo({ top: scroller.current.scrollHeight }));
    },
    [dispatch, listId, sectionId, where, scroller, onOpen, t],
  );
}
