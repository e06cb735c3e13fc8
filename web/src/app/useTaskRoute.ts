import { type RefObject, useCallback } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { PanelField } from '@/app/useTaskActions';
import type { BoardHandle } from '@/features/board/boardCommands';

/** The open task stands in the address, so that it can be linked to and Back closes it; the filters stay in it. */
export function useTaskRoute(listId: string, board: RefObject<BoardHandle | undefined>) {
  const navigate = useNavigate();
  const { search, state } = useLocation();
  const field = (state as { field?: PanelField } | null)?.field;

  const open = useCallback(
    (taskId: string, wanted?: PanelField) =>
      void navigate(`/l/${listId}/t/${taskId}${search}`, wanted ? { state: { field: wanted } } : {}),
    [navigate, listId, search],
  );
  const showBoard = useCallback(
    (focusId?: string) => {
      navigate(`/l/${listId}${search}`);
      if (focusId) requestAnimationFrame(() => board.current?.focus(focusId));
    },
    [navigate, listId, search, board],
  );
  return { open, showBoard, field };
}
