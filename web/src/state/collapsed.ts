import { createSlice, type PayloadAction } from '@reduxjs/toolkit';

const key = 'tasklist.collapsed';
const most = 500;

/** Sections this person has folded away on this device, the latest last. */
const slice = createSlice({
  name: 'collapsed',
  initialState: remembered,
  reducers: {
    sectionFolded: (ids, { payload }: PayloadAction<string>) => [...ids.filter((id) => id !== payload), payload],
    sectionUnfolded: (ids, { payload }: PayloadAction<string>) => ids.filter((id) => id !== payload),
  },
});

export const { sectionFolded, sectionUnfolded } = slice.actions;
export const collapsedReducer = slice.reducer;

interface Root {
  readonly collapsed: readonly string[];
}

export const selectIsFolded = (state: Root, sectionId: string): boolean => state.collapsed.includes(sectionId);

function remembered(): readonly string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(found) ? found.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberFolded({ collapsed }: Root): void {
  try {
    localStorage.setItem(key, JSON.stringify(collapsed.slice(-most)));
  } catch {
    // It lasts as long as the page.
  }
}
