import { describe, expect, it } from 'vitest';
import { insertionAt, type Slot } from '@/ui/dnd/insertion';

const slots: Slot[] = [
  { id: 'a', start: 0, end: 40 },
  { id: 'b', start: 46, end: 86 },
  { id: 'c', start: 92, end: 132 },
];

describe('insertionAt', () => {
  it('AboveTheFirstMiddleBecomesFirst', () => {
    expect(insertionAt(slots, 10, 'x', 0, 6)).toEqual({ afterId: null, line: -3 });
  });

  it('BetweenTwoMiddlesStandsInTheirGap', () => {
    expect(insertionAt(slots, 50, 'x', 0, 6)).toEqual({ afterId: 'a', line: 43 });
  });

  it('BelowEverythingBecomesLast', () => {
    expect(insertionAt(slots, 900, 'x', 0, 6)).toEqual({ afterId: 'c', line: 135 });
  });

  it('TheDraggedItemIsNoNeighbour', () => {
    expect(insertionAt(slots, 80, 'b', 0, 6)).toEqual({ afterId: 'a', line: 43 });
    expect(insertionAt(slots, 900, 'c', 0, 6)).toEqual({ afterId: 'b', line: 89 });
  });

  it('AnEmptyListTakesTheItemAsItsFirst', () => {
    expect(insertionAt([], 50, 'x', 8, 6)).toEqual({ afterId: null, line: 8 });
    expect(insertionAt([{ id: 'x', start: 0, end: 40 }], 50, 'x', 8, 6)).toEqual({ afterId: null, line: 8 });
  });
});
