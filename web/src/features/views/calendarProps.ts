import type { BoardTask } from '@/state/board';

/** What a day of the calendar needs, however it is drawn. */
export interface DayProps {
  readonly date: Date;
  readonly isToday: boolean;
  readonly tasks: readonly BoardTask[];
  readonly canEdit: boolean;
  readonly onOpen: (taskId: string) => void;
  /** Dropped on a day. */
  readonly onMove: (taskId: string, to: Date) => void;
  /** Moved by keys: whoever carries it goes with it. */
  readonly onCarry: (taskId: string, to: Date) => void;
}
