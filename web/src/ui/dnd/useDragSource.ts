import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview';
import { type RefObject, useEffect } from 'react';
import styles from '@/ui/dnd/dnd.module.css';

export interface DragSource {
  /** What is dragged: a drop list takes only its own kind. */
  kind: string;
  id: string;
  enabled: boolean;
  /** The part that starts the drag, where it is not the whole element. */
  handle?: RefObject<HTMLElement | null>;
}

/** Makes an element draggable. While it is dragged it fades (`data-dragging`), and its picture tilts by a degree. */
export function useDragSource(ref: RefObject<HTMLElement | null>, { kind, id, enabled, handle }: DragSource): void {
  useEffect(() => {
    const element = ref.current;
    if (!element || !enabled) return;
    return combine(
      draggable({
        element,
        ...(handle?.current ? { dragHandle: handle.current } : {}),
        getInitialData: () => ({ kind, id }),
        onGenerateDragPreview: ({ nativeSetDragImage, location }) =>
          setCustomNativeDragPreview({
            nativeSetDragImage,
            getOffset: () => grip(element, location.current.input),
            render: ({ container }) => renderPreview(element, container),
          }),
        onDragStart: () => element.setAttribute('data-dragging', ''),
        onDrop: () => element.removeAttribute('data-dragging'),
      }),
      // Should the element leave while dragged, the mark must not stay on a recycled node.
      () => element.removeAttribute('data-dragging'),
    );
  }, [ref, kind, id, enabled, handle]);
}

/** Where the pointer holds the element, so that the picture does not jump under it. */
function grip(element: HTMLElement, pointer: { clientX: number; clientY: number }): { x: number; y: number } {
  const box = element.getBoundingClientRect();
  return { x: pointer.clientX - box.left, y: pointer.clientY - box.top };
}

function renderPreview(element: HTMLElement, container: HTMLElement): void {
  const picture = element.cloneNode(true) as HTMLElement;
  picture.style.width = `${element.offsetWidth}px`;
  picture.style.maxHeight = '70vh';
  picture.classList.add(styles['preview'] ?? '');
  container.append(picture);
}
