import { type RefObject, useImperativeHandle } from 'react';
import type { BoardHandle } from '@/features/board/boardCommands';

interface Current {
  readonly id: string | undefined;
  readonly focus: (taskId: string) => void;
}

export function useBoardHandle(
  handle: RefObject<BoardHandle | undefined>,
  root: RefObject<HTMLElement | null>,
  { id, focus }: Current,
  editTitle: (taskId: string) => void,
): void {
  useImperativeHandle(handle, () => {
    const addTask = () => {
      const card = id && root.current?.querySelector(`[data-task-id="${CSS.escape(id)}"]`);
      const section = (card || root.current)?.closest('[data-testid="section"]') ?? root.current;
      section?.querySelector<HTMLButtonElement>('[data-testid="add-task"]')?.click();
    };
    return { focus, editTitle, addTask };
  }, [root, id, focus, editTitle]);
}
