export interface Column {
  readonly sectionId: string;
  readonly taskIds: readonly string[];
}

export interface Place {
  readonly sectionId: string;
  /** Null: first in the section. */
  readonly afterTaskId: string | null;
  /** Counted from 1, for the announcement. */
  readonly position: number;
}

export type Direction = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

interface Spot {
  readonly column: number;
  readonly row: number;
}

function find(columns: readonly Column[], taskId: string): Spot | undefined {
  const column = columns.findIndex((each) => each.taskIds.includes(taskId));
  return column === -1 ? undefined : { column, row: columns[column]?.taskIds.indexOf(taskId) ?? -1 };
}

/** The card the arrow leads to; sideways it skips empty sections and keeps the row where it can. */
export function neighbour(columns: readonly Column[], taskId: string, direction: Direction): string | undefined {
  const spot = find(columns, taskId);
  if (!spot) return undefined;
  const ids = columns[spot.column]?.taskIds ?? [];
  if (direction === 'up') return ids[spot.row - 1];
  if (direction === 'down') return ids[spot.row + 1];
  if (direction === 'first') return ids[0];
  if (direction === 'last') return ids.at(-1);
  const sideways = direction === 'left' ? columns.slice(0, spot.column).reverse() : columns.slice(spot.column + 1);
  const next = sideways.find((column) => column.taskIds.length > 0)?.taskIds;
  return next?.[Math.min(spot.row, next.length - 1)];
}

/** Where a card goes when it is moved one step by the keyboard; undefined at the edge of the board. */
export function stepPlace(columns: readonly Column[], taskId: string, direction: Direction): Place | undefined {
  const spot = find(columns, taskId);
  if (!spot) return undefined;
  const own = columns[spot.column];
  if (!own) return undefined;
  const rest = own.taskIds.filter((id) => id !== taskId);
  const row = { up: spot.row - 1, down: spot.row + 1, first: 0, last: rest.length, left: spot.row, right: spot.row }[
    direction
  ];
  if (direction !== 'left' && direction !== 'right') {
    return row < 0 || row > rest.length || row === spot.row ? undefined : placeAt(own.sectionId, rest, row);
  }
  const target = columns[spot.column + (direction === 'left' ? -1 : 1)];
  return target && placeAt(target.sectionId, target.taskIds, Math.min(row, target.taskIds.length));
}

/** The place with `row` others above it, where `others` are the section's cards without the moving one. */
export function placeAt(sectionId: string, others: readonly string[], row: number): Place {
  return { sectionId, afterTaskId: others[row - 1] ?? null, position: row + 1 };
}
