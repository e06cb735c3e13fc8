import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef } from 'react';
import type { BoardCommands } from '@/features/board/boardCommands';
import type { Direction } from '@/features/board/walk';

const directions: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
};

/**
 * Keys on a focused card. They match the physical key (`code`), so that M is M on a Russian layout, too;
 * keys pressed inside an input or a button of the card belong to that.
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
      const direction = directions[event.code];
      const isHandled = direction
        ? walk(latest.current, taskId, direction, event.altKey)
        : !event.altKey && act(latest.current, taskId, event.code, card);
      if (isHandled) event.preventDefault();
    },
    [root],
  );
}

function walk(
  { canEdit, moves, focus }: BoardCommands,
  taskId: string,
  direction: Direction,
  isMoving: boolean,
): boolean {
  if (isMoving) {
    if (canEdit) moves.step(taskId, direction);
    return canEdit;
  }
  const next = moves.next(taskId, direction);
  if (next) focus(next);
  return true;
}

// What an editor's keys do; arrows, Enter and the menu key stand for themselves.
const editorKeys = new Map<string, (commands: BoardCommands, taskId: string) => void>([
  ['Space', ({ moves }, taskId) => moves.toggle(taskId)],
  ['KeyM', ({ onMoveAsked }, taskId) => onMoveAsked(taskId)],
  ['KeyT', ({ edit }, taskId) => edit(taskId)],
  ['F2', ({ edit }, taskId) => edit(taskId)],
  ['Delete', ({ onDelete }, taskId) => onDelete(taskId)],
]);

function act(commands: BoardCommands, taskId: string, code: string, card: HTMLElement): boolean {
  if (code === 'Enter' || code === 'NumpadEnter') commands.onOpen(taskId);
  else if (!commands.canEdit) return false;
  else if (code === 'ContextMenu') commands.openMenu({ taskId, at: corner(card) });
  else {
    const key = editorKeys.get(code);
    key?.(commands, taskId);
    return key !== undefined;
  }
  return true;
}

/** A menu asked for by the keyboard hangs at the card's lower left. */
export function corner(element: HTMLElement): { left: number; top: number } {
  const box = element.getBoundingClientRect();
  return { left: box.left, top: box.bottom };
}
