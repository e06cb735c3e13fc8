import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef } from 'react';
import type { BoardCommands } from '@/features/board/boardCommands';
import type { Direction } from '@/features/board/walk';
import { isOn } from '@/lib/switches';

const directions: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
};
const letters: Record<string, Direction> = { KeyJ: 'down', KeyK: 'up' };

/**
 * Walking and moving on the board; what else can be done to a card is the page's, which knows all keys.
 * Keys pressed inside an input or a button of the card belong to that.
 */
export function useBoardKeys(
  root: RefObject<HTMLElement | null>,
  commands: BoardCommands,
): (event: KeyboardEvent) => void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });

  return useCallback(
    (event: KeyboardEvent) => {
      const card = event.target;
      if (!(card instanceof HTMLElement) || !root.current?.contains(card)) return;
      const taskId = card.dataset['taskId'];
      if (!taskId || event.ctrlKey || event.metaKey) return;
      const direction = directions[event.code] ?? (isOn('letterKeys') ? letters[event.code] : undefined);
      const { canEdit, openMenu } = latest.current;
      if (direction) {
        if (walk(latest.current, taskId, direction, event)) event.preventDefault();
      } else if (event.code === 'ContextMenu' && canEdit) {
        event.preventDefault();
        openMenu({ taskId, at: corner(card) });
      }
    },
    [root],
  );
}

function walk(
  { canEdit, moves, focus, select }: BoardCommands,
  taskId: string,
  direction: Direction,
  { altKey, shiftKey }: KeyboardEvent,
): boolean {
  if (altKey) {
    if (canEdit) moves.step(taskId, direction);
    return canEdit;
  }
  const next = moves.next(taskId, direction);
  if (!next) return true;
  if (shiftKey && canEdit) {
    select(taskId, 'range');
    select(next, 'range');
  }
  focus(next);
  return true;
}

/** A menu asked for by the keyboard hangs at the card's lower left. */
export function corner(element: HTMLElement): { left: number; top: number } {
  const box = element.getBoundingClientRect();
  return { left: box.left, top: box.bottom };
}
