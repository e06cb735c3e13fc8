import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback } from 'react';

// Below this a window costs more (measuring, find-in-page) than it saves.
export const windowedFrom = 200;
const rowHeight = 37;

/** Which rows of a long view are near the window. A short one is there as a whole, found by the browser's own search. */
export function useWindow(scroller: () => HTMLElement | null, keys: readonly string[]) {
  return useVirtualizer({
    count: keys.length,
    getScrollElement: scroller,
    estimateSize: () => rowHeight,
    getItemKey: useCallback((index: number) => keys[index] ?? index, [keys]),
    overscan: keys.length > windowedFrom ? 12 : keys.length,
  });
}
