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

/** Words that would be lost are gathered under one notice: no number of others may push them out. */
function withNotice(items: readonly Notice[], shown: Notice): readonly Notice[] {
  const earlier = shown.text === undefined ? undefined : items.find(({ text }) => text !== undefined);
  const notice = earlier ? { ...shown, text: `${earlier.text}\n\n${shown.text}` } : shown;
  const all = [...items.filter((each) => each !== earlier), notice];
  const words = all.filter(({ text }) => text !== undefined);
  return [...all.filter(({ text }) => text === undefined).slice(words.length - kept), ...words];
}

const slice = createSlice({
  name: 'notices',
  initialState: { items: [] } as { readonly items: readonly Notice[] },
  reducers: {
    noticeShown: {
      prepare: (notice: Omit<Notice, 'noticeId'>) => ({ payload: { ...notice, noticeId: uuidv7() } }),
      reducer: (state, action: PayloadAction<Notice>) => ({ items: withNotice(state.items, action.payload) }),
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
