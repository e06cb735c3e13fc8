import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/features/views/calendar.module.css';
import type { DayProps } from '@/features/views/calendarProps';
import { dragged } from '@/features/views/useDayDrop';

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** The tasks of one day, each to be opened, dragged, or carried by Alt and the arrows. */
export function CalendarEntries({ date, tasks, canEdit, onOpen, onCarry }: DayProps) {
  const { t } = useTranslation();

  const onKeyDown = (event: KeyboardEvent, taskId: string) => {
    const step = steps[event.key];
    if (step === undefined || !event.altKey || !canEdit) return;
    event.preventDefault();
    onCarry(taskId, new Date(date.getFullYear(), date.getMonth(), date.getDate() + step));
  };

  return (
    <ul>
      {tasks.map(({ taskId, title, completedAt }) => (
        <li key={taskId}>
          <button
            type="button"
            className={styles['entry']}
            draggable={canEdit}
            dir="auto"
            title={canEdit ? t('views.carryHint') : undefined}
            data-task-id={taskId}
            data-testid="calendar-task"
            data-done={completedAt !== undefined || undefined}
            onClick={() => onOpen(taskId)}
            onKeyDown={(event) => onKeyDown(event, taskId)}
            onDragStart={(event) => dragged(event, taskId)}
          >
            {title}
          </button>
        </li>
      ))}
    </ul>
  );
}
