import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import type { Params } from '@/contract/hub';
import { uuidv7 } from '@/lib/uuidv7';

export type NoticeKind = 'info' | 'success' | 'warning' | 'error';

export interface Notice {
  readonly noticeId: string;
  readonly kind: NoticeKind;
  readonly code: string;
  readonly params?: Params;
  /** The own action this notice tells of, to be taken back by it. */
  readonly undo?: { readonly listId: string; readonly commandId: string };
  /** What was typed and could not be kept. */
  readonly text?: string;
}

// A burst of refusals must not bury the screen.
const kept = 5;

const slice = createSlice({
  name: 'notices',
  initialState: { items: [] } as { readonly items: readonly Notice[] },
  reducers: {
    noticeShown: {
      prepare: (notice: Omit<Notice, 'noticeId'>) => ({ payload: { ...notice, noticeId: uuidv7() } }),
      reducer: (state, action: PayloadAction<Notice>) => ({ items: [...state.items, action.payload].slice(-kept) }),
    },
    noticeDismissed: (state, action: PayloadAction<string>) => ({
      items: state.items.filter((notice) => notice.noticeId !== action.payload),
    }),
  },
  selectors: { selectNotices: (state) => state.items },
});

export const { noticeShown, noticeDismissed } = slice.actions;
export const { selectNotices } = slice.selectors;
export const noticesReducer = slice.reducer;
