import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import {
  dropTargetForElements,
  type ElementDropTargetEventBasePayload,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { type RefObject, useEffect, useRef } from 'react';
import { type Insertion, insertionAt, type Slot } from '@/ui/dnd/insertion';

export interface DropList {
  kind: string;
  axis: 'x' | 'y';
  enabled: boolean;
  /** The element that scrolls and holds the items and the line. */
  list: RefObject<HTMLElement | null>;
  line: RefObject<HTMLElement | null>;
  /** Items in order; each carries its id in `data-drag-id`. */
  itemSelector: string;
  gap: number;
  onDrop: (draggedId: string, afterId: string | null) => void;
}

/**
 * Takes items of one kind and shows one insertion line. Nothing goes through React until the drop:
 * the place is computed from the mounted items and written straight to the line's style.
 */
export function useDropList(target: RefObject<HTMLElement | null>, options: DropList): void {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const { kind, enabled } = options;

  useEffect(() => {
    const element = target.current;
    const list = latest.current.list.current;
    if (!element || !list || !enabled) return;
    let place: Insertion | undefined;
    const hide = () => {
      place = undefined;
      latest.current.line.current?.removeAttribute('data-shown');
    };
    const show = ({ source, location }: ElementDropTargetEventBasePayload) => {
      const { axis, gap, itemSelector, line } = latest.current;
      const { clientX, clientY } = location.current.input;
      const box = list.getBoundingClientRect();
      const slots = slotsOf(list, itemSelector, axis);
      const empty = (axis === 'x' ? box.left : box.top) + gap;
      place = insertionAt(slots, axis === 'x' ? clientX : clientY, String(source.data['id']), empty, gap);
      showLine(line.current, list, axis, place.line);
    };
    return combine(
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data['kind'] === kind,
        onDragEnter: show,
        onDrag: show,
        onDragLeave: hide,
        onDrop: ({ source }) => {
          const dropped = place;
          hide();
          if (dropped) latest.current.onDrop(String(source.data['id']), dropped.afterId);
        },
      }),
      autoScrollForElements({
        element: list,
        canScroll: ({ source }) => source.data['kind'] === kind || axisOf(latest) === 'x',
      }),
      hide,
    );
  }, [target, kind, enabled]);
}

const axisOf = (latest: RefObject<DropList>) => latest.current.axis;

function slotsOf(list: HTMLElement, selector: string, axis: 'x' | 'y'): Slot[] {
  return [...list.querySelectorAll<HTMLElement>(selector)].map((item) => {
    const box = item.getBoundingClientRect();
    const id = item.dataset['dragId'] ?? '';
    return axis === 'x' ? { id, start: box.left, end: box.right } : { id, start: box.top, end: box.bottom };
  });
}

/** From the window's coordinates to the list's own, which scroll. */
function showLine(line: HTMLElement | null, list: HTMLElement, axis: 'x' | 'y', at: number): void {
  if (!line) return;
  const box = list.getBoundingClientRect();
  line.style.transform =
    axis === 'x'
      ? `translateX(${at - box.left + list.scrollLeft}px)`
      : `translateY(${at - box.top + list.scrollTop}px)`;
  line.setAttribute('data-shown', '');
}
