import type { RefObject } from 'react';
import type { TaskMoves } from '@/features/board/useTaskMoves';

export interface BoardProps {
  listId: string;
  openTaskId: string | undefined;
  onOpen: (taskId: string) => void;
  onMoveAsked: (taskId: string) => void;
  onDelete: (taskId: string) => void;
  /** Gives focus back to a card once whatever opened over the board has closed. */
  focusCard: RefObject<((taskId: string) => void) | undefined>;
}

/** Where a card's menu hangs: on its button, or where the pointer asked for it. */
export interface OpenMenu {
  readonly taskId: string;
  readonly at: { readonly left: number; readonly top: number };
}

/** What keys, presses and the menu may do to a card; one set, so that all three do the same. */
export interface BoardCommands extends Pick<BoardProps, 'onOpen' | 'onMoveAsked' | 'onDelete' | 'listId'> {
  canEdit: boolean;
  moves: TaskMoves;
  edit: (taskId: string) => void;
  openMenu: (menu: OpenMenu) => void;
  focus: (taskId: string) => void;
}
