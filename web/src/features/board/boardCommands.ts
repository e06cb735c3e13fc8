import type { RefObject } from 'react';
import type { TaskMoves } from '@/features/board/useTaskMoves';
import type { TaskAction } from '@/ui/actions';

export interface BoardProps {
  listId: string;
  openTaskId: string | undefined;
  onOpen: (taskId: string) => void;
  /** What the card's menu and buttons offer. */
  actions: readonly TaskAction[];
  handle: RefObject<BoardHandle | undefined>;
}

/** What the page asks of the board: only it knows where its cards are. */
export interface BoardHandle {
  /** Gives focus back to a card once whatever opened over the board has closed. */
  focus: (taskId: string) => void;
  editTitle: (taskId: string) => void;
  /** Opens the place to type at the foot of the section that has the focus. */
  addTask: () => void;
}

/** Where a card's menu hangs: on its button, or where the pointer asked for it. */
export interface OpenMenu {
  readonly taskId: string;
  readonly at: { readonly left: number; readonly top: number };
}

/** What keys, presses and the menu may do to a card; one set, so that all three do the same. */
export interface BoardCommands extends Pick<BoardProps, 'onOpen' | 'actions' | 'listId'> {
  canEdit: boolean;
  moves: TaskMoves;
  select: (taskId: string, how: 'toggle' | 'range') => void;
  edit: (taskId: string) => void;
  openMenu: (menu: OpenMenu) => void;
  focus: (taskId: string) => void;
}
