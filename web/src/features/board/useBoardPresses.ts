import { type MouseEvent, type RefObject, useEffect, useRef } from 'react';
import type { BoardCommands } from '@/features/board/boardCommands';
import { corner } from '@/features/board/useBoardKeys';

/** Presses on cards, found by id: one listener instead of four per card. */
export function useBoardPresses(root: RefObject<HTMLElement | null>, commands: BoardCommands) {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });

  const found = (event: MouseEvent) => {
    // A menu or dialog drawn elsewhere on the page still bubbles here through React.
    if (!(event.target instanceof Element) || !root.current?.contains(event.target)) return undefined;
    const taskId = event.target.closest<HTMLElement>('[data-task-id]')?.dataset['taskId'];
    return taskId ? { taskId, target: event.target } : undefined;
  };

  const onClick = (event: MouseEvent) => {
    const hit = found(event);
    if (!hit || hit.target.closest('input, textarea')) return;
    const { moves, edit, onOpen, actions, openMenu, select, canEdit } = latest.current;
    const button = hit.target.closest<HTMLElement>('[data-action]');
    const action = button?.dataset['action'];
    if (action === 'toggle') moves.toggle(hit.taskId);
    else if (action === 'edit') edit(hit.taskId);
    else if (action === 'move') actions.find(({ id }) => id === 'move')?.run([hit.taskId]);
    else if (action === 'menu' && button) openMenu({ taskId: hit.taskId, at: corner(button) });
    else if (canEdit && (event.ctrlKey || event.metaKey)) select(hit.taskId, 'toggle');
    else if (canEdit && event.shiftKey) select(hit.taskId, 'range');
    // Somebody who is selecting text does not mean to open the task.
    else if (getSelection()?.isCollapsed !== false) onOpen(hit.taskId);
  };

  const onContextMenu = (event: MouseEvent) => {
    const hit = found(event);
    if (!hit || !latest.current.canEdit || hit.target.closest('input, textarea')) return;
    event.preventDefault();
    latest.current.openMenu({ taskId: hit.taskId, at: { left: event.clientX, top: event.clientY } });
  };

  return { onClick, onContextMenu };
}
