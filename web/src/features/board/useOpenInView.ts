import { type RefObject, useEffect } from 'react';

/** The panel narrows the board: the card it shows must not end up under the edge. */
export function useOpenInView(root: RefObject<HTMLElement | null>, openTaskId: string | undefined): void {
  useEffect(() => {
    if (!openTaskId) return;
    const card = root.current?.querySelector(`[data-task-id="${CSS.escape(openTaskId)}"]`);
    card?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [root, openTaskId]);
}
