import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { listClosed } from '@/state/board';

export interface SelectionState {
  readonly taskIds: readonly string[];
  /** Where a range starts. */
  readonly anchorId?: string;
}

const none: SelectionState = { taskIds: [] };

/** The tasks marked for a common deed, in the order they were marked. One list is open at a time. */
const slice = createSlice({
  name: 'selection',
  initialState: none,
  reducers: {
    selectionToggled: ({ taskIds }, { payload: taskId }: PayloadAction<string>): SelectionState => ({
      taskIds: taskIds.includes(taskId) ? taskIds.filter((id) => id !== taskId) : [...taskIds, taskId],
      anchorId: taskId,
    }),
    selectionAdded: ({ taskIds, anchorId }, { payload }: PayloadAction<readonly string[]>): SelectionState => ({
      taskIds: [...new Set([...taskIds, ...payload])],
      ...(anchorId === undefined ? {} : { anchorId }),
    }),
    selectionCleared: (): SelectionState => none,
  },
  extraReducers: (builder) => builder.addCase(listClosed, () => none),
});

export const { selectionToggled, selectionAdded, selectionCleared } = slice.actions;
export const selectionReducer = slice.reducer;

interface Root {
  readonly selection: SelectionState;
}

export const selectSelectedIds = (state: Root): readonly string[] => state.selection.taskIds;
export const selectSelectionAnchor = (state: Root): string | undefined => state.selection.anchorId;
export const selectIsSelected = (state: Root, taskId: string): boolean => state.selection.taskIds.includes(taskId);
