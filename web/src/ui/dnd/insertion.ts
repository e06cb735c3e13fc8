/** Where one item stands along the axis of its list. */
export interface Slot {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

export interface Insertion {
  /** The item it will stand after; null: it becomes the first. */
  readonly afterId: string | null;
  /** Where to draw the line, on the same axis as the slots. */
  readonly line: number;
}

/**
 * The gap that the pointer is nearest to. The dragged item itself is no neighbour: it is about to leave its place.
 * Slots are the mounted items in order; with none, the line stands at `empty`.
 */
export function insertionAt(
  slots: readonly Slot[],
  pointer: number,
  draggedId: string,
  empty: number,
  gap: number,
): Insertion {
  const others = slots.filter((slot) => slot.id !== draggedId);
  const next = others.findIndex((slot) => pointer < (slot.start + slot.end) / 2);
  const after = next === -1 ? others.at(-1) : others[next - 1];
  if (after) return { afterId: after.id, line: after.end + gap / 2 };
  const first = others[0];
  return { afterId: null, line: first ? first.start - gap / 2 : empty };
}
