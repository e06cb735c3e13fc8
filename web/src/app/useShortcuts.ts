import { useEffect, useRef } from 'react';
import { isTyping, keysOf } from '@/lib/keys';
import { isOn } from '@/lib/switches';
import { type Action, actionFor, type TaskAction } from '@/ui/actions';

/** Keys of the page. What has the focus has the first word: whatever it handles does not come here. */
export function useShortcuts(
  actions: readonly Action[],
  taskActions: readonly TaskAction[],
  inHand: () => readonly string[],
): void {
  const latest = useRef({ actions, taskActions, inHand });
  useEffect(() => {
    latest.current = { actions, taskActions, inHand };
  });

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const keys = keysOf(event);
      const isLetter = !event.ctrlKey && !event.metaKey;
      const { target } = event;
      if (isTyping(target) && (isLetter || keys !== 'Mod+KeyK')) return;
      // A menu or a dialog is a room of its own.
      if (target instanceof Element && target.closest('[role="dialog"], [role="menu"], [role="tablist"]')) return;
      const isPress = keys === 'Space' || keys === 'Enter';
      if (isPress && target instanceof Element && target.closest('button, a, [role="tab"], label')) return;
      if (isLetter && /^(Shift\+)?(Key|Digit|Period|Slash)/.test(keys) && keys !== 'Shift+Slash' && !isOn('letterKeys'))
        return;

      const action = actionFor(latest.current.actions, keys);
      const taskAction = actionFor(latest.current.taskActions, keys);
      const taskIds = latest.current.inHand();
      if (action) action.run();
      else if (taskAction && taskIds.length > 0) taskAction.run(taskIds);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
