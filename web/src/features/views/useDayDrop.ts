import { type DragEvent, useState } from 'react';

const kind = 'application/x-tasklist-task';

export function dragged(event: DragEvent, taskId: string): void {
  event.dataTransfer.setData(kind, taskId);
}

/** What makes an element a day that tasks can be dropped on. */
export function useDayDrop(canEdit: boolean, onDropped: (taskId: string) => void) {
  const [isOver, setOver] = useState(false);
  const carries = (event: DragEvent) => canEdit && event.dataTransfer.types.includes(kind);
  return {
    'data-over': isOver || undefined,
    onDragOver: (event: DragEvent) => {
      if (!carries(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false);
      if (carries(event)) onDropped(event.dataTransfer.getData(kind));
    },
  };
}
