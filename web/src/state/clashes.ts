import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { sessionEnded, signOut } from '@/state/session';
import type { Clash } from '@/sync/clash';

export interface OpenClash extends Clash {
  readonly clashId: string;
  readonly listId: string;
}

// Beyond that, the history of the list is the better place to choose.
const kept = 20;

const slice = createSlice({
  name: 'clashes',
  initialState: [] as readonly OpenClash[],
  reducers: {
    clashMet: (state, { payload }: PayloadAction<OpenClash>) => {
      // Whoever goes on writing the same field chooses between the newest two.
      const others = state.filter(
        ({ listId, taskId, field }) =>
          listId !== payload.listId || taskId !== payload.taskId || field !== payload.field,
      );
      return [...others, payload].slice(-kept);
    },
    clashSettled: (state, { payload }: PayloadAction<string>) => state.filter(({ clashId }) => clashId !== payload),
  },
  // Whoever signs in next must not read what the last one wrote.
  extraReducers: (builder) => builder.addCase(signOut.fulfilled, () => []).addCase(sessionEnded, () => []),
  selectors: {
    /** The one to decide first. */
    selectClash: (state, listId: string) => state.find((each) => each.listId === listId),
    selectClashCount: (state, listId: string) => state.filter((each) => each.listId === listId).length,
  },
});

export const { clashMet, clashSettled } = slice.actions;
export const { selectClash, selectClashCount } = slice.selectors;
export const clashesReducer = slice.reducer;
