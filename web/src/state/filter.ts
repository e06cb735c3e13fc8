import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { conditions, type Filter, noFilter, passes } from '@/lib/filter';
import { minute } from '@/lib/time';
import { type BoardState, selectTaskIds } from '@/state/board';
import type { SessionState } from '@/state/session';
import { type Board, tasksOf } from '@/sync/board';

/** The open list's filter. The address is its home; the page writes it here for all that shows tasks. */
const slice = createSlice({
  name: 'filter',
  initialState: noFilter as Filter,
  reducers: { filterSet: (_, action: PayloadAction<Filter>) => action.payload },
});

export const { filterSet } = slice.actions;
export const filterReducer = slice.reducer;

interface Root {
  readonly board: BoardState;
  readonly session: SessionState;
  readonly filter: Filter;
}

interface Shown {
  readonly filter: Filter;
  readonly until: number;
  readonly passing: ReadonlySet<string>;
  readonly bySection: Map<readonly string[], readonly string[]>;
}

// Worked out once for a board and a filter, not once for each section and each card.
const shown = new WeakMap<Board, Shown>();

function shownOf(board: Board, filter: Filter, me: string | undefined): Shown {
  const known = shown.get(board);
  const now = Date.now();
  if (known && known.filter === filter && now < known.until) return known;
  const passing = tasksOf(board).filter((task) => passes(task, filter, me, now));
  const made = {
    filter,
    until: now + minute,
    passing: new Set(passing.map((task) => task.taskId)),
    bySection: new Map(),
  };
  shown.set(board, made);
  return made;
}

export const selectFilter = (state: Root): Filter => state.filter;

/** A section's tasks that the filter lets through, in their order. */
export function selectShownIds(state: Root, listId: string, sectionId: string): readonly string[] {
  const taskIds = selectTaskIds(state, listId, sectionId);
  const list = state.board[listId];
  const board = list?.past ?? list?.view;
  if (!board || conditions(state.filter) === 0) return taskIds;
  const { passing, bySection } = shownOf(board, state.filter, state.session.user?.userId);
  let ids = bySection.get(taskIds);
  if (!ids) {
    ids = taskIds.filter((taskId) => passing.has(taskId));
    bySection.set(taskIds, ids);
  }
  return ids;
}
