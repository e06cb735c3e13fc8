import { describe, expect, it } from 'vitest';
import { type Column, neighbour, stepPlace } from '@/features/board/walk';

const columns: Column[] = [
  { sectionId: 'todo', taskIds: ['a', 'b', 'c'] },
  { sectionId: 'empty', taskIds: [] },
  { sectionId: 'done', taskIds: ['x', 'y'] },
];

describe('neighbour', () => {
  it('WalksUpAndDownWithinASection', () => {
    expect(neighbour(columns, 'b', 'up')).toBe('a');
    expect(neighbour(columns, 'b', 'down')).toBe('c');
    expect(neighbour(columns, 'c', 'down')).toBeUndefined();
  });

  it('SkipsEmptySectionsSideways', () => {
    expect(neighbour(columns, 'a', 'right')).toBe('x');
    expect(neighbour(columns, 'y', 'left')).toBe('b');
  });

  it('StopsAtTheLastCardOfAShorterSection', () => {
    expect(neighbour(columns, 'c', 'right')).toBe('y');
  });

  it('KnowsTheEndsOfASection', () => {
    expect(neighbour(columns, 'b', 'first')).toBe('a');
    expect(neighbour(columns, 'b', 'last')).toBe('c');
  });
});

describe('stepPlace', () => {
  it('MovesOneStepWithinTheSection', () => {
    expect(stepPlace(columns, 'b', 'up')).toEqual({ sectionId: 'todo', afterTaskId: null, position: 1 });
    expect(stepPlace(columns, 'b', 'down')).toEqual({ sectionId: 'todo', afterTaskId: 'c', position: 3 });
  });

  it('StaysAtTheEdges', () => {
    expect(stepPlace(columns, 'a', 'up')).toBeUndefined();
    expect(stepPlace(columns, 'c', 'down')).toBeUndefined();
    expect(stepPlace(columns, 'a', 'left')).toBeUndefined();
    expect(stepPlace(columns, 'x', 'right')).toBeUndefined();
  });

  it('MovesIntoAnEmptySection', () => {
    expect(stepPlace(columns, 'c', 'right')).toEqual({ sectionId: 'empty', afterTaskId: null, position: 1 });
    expect(stepPlace(columns, 'y', 'left')).toEqual({ sectionId: 'empty', afterTaskId: null, position: 1 });
  });
});
