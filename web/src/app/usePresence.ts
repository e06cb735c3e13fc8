import { useEffect, useState } from 'react';
import { selectScope } from '@/state/board';
import { setPresence } from '@/state/execute';
import { useAppDispatch, useAppSelector } from '@/state/hooks';

const settleMs = 150;

interface Where {
  readonly taskId?: string;
  readonly field?: string;
}

/** Tells the others what this user looks at, and which field has the focus; anew after every reconnect. */
export function usePresence(listId: string, openTaskId: string | undefined): void {
  const dispatch = useAppDispatch();
  const isLive = useAppSelector((state) => selectScope(state, listId).status === 'live');
  const [focused, setFocused] = useState<Where>({});
  const taskId = focused.taskId ?? openTaskId;
  const { field } = focused;

  useEffect(() => {
    const onFocusIn = ({ target }: FocusEvent) => setFocused(whereIs(target));
    const onFocusOut = () => setFocused({});
    document.addEventListener('focusin', onFocusIn);
    document.addEventListener('focusout', onFocusOut);
    return () => {
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('focusout', onFocusOut);
    };
  }, []);

  useEffect(() => {
    if (!isLive) return;
    // Passing through a field is not yet editing it.
    const timer = setTimeout(
      () => dispatch(setPresence(listId, { ...(taskId ? { taskId } : {}), ...(taskId && field ? { field } : {}) })),
      settleMs,
    );
    return () => clearTimeout(timer);
  }, [dispatch, listId, isLive, taskId, field]);
}

/** Fields say their wire name; on the board the card around them says which task it is. */
function whereIs(target: EventTarget | null): Where {
  if (!(target instanceof HTMLElement) || !/^(INPUT|TEXTAREA)$/.test(target.tagName)) return {};
  const field = target.closest<HTMLElement>('[data-field]')?.dataset['field'];
  if (field === undefined) return {};
  const taskId = target.closest<HTMLElement>('[data-task-id]')?.dataset['taskId'];
  return { field, ...(taskId === undefined ? {} : { taskId }) };
}
