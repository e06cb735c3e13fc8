import { type DragEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/features/views/views.module.css';
import { useLanguage } from '@/i18n/useLanguage';
import type { BoardTask } from '@/state/board';

interface Props {
  date: Date;
  isOutside: boolean;
  isToday: boolean;
  tasks: readonly BoardTask[];
  canEdit: boolean;
  onOpen: (taskId: string) => void;
  onMove: (taskId: string, to: Date) => void;
}

const kind = 'application/x-tasklist-task';
const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

export function CalendarDay({ date, isOutside, isToday, tasks, canEdit, onOpen, onMove }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [isOver, setOver] = useState(false);
  const carries = (event: DragEvent) => canEdit && event.dataTransfer.types.includes(kind);

  const onKeyDown = (event: KeyboardEvent, taskId: string) => {
    const step = steps[event.key];
    if (step === undefined || !event.altKey || !canEdit) return;
    event.preventDefault();
    onMove(taskId, new Date(date.getFullYear(), date.getMonth(), date.getDate() + step));
    // The task is drawn anew on another day: the focus goes with it.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-task-id="${CSS.escape(taskId)}"]`)?.focus());
  };

  return (
    <section
      className={styles['day']}
      data-outside={isOutside || undefined}
      data-today={isToday || undefined}
      data-over={isOver || undefined}
      data-date={date.toDateString()}
      aria-label={new Intl.DateTimeFormat(language, { dateStyle: 'full' }).format(date)}
      onDragOver={(event) => {
        if (!carries(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (carries(event)) onMove(event.dataTransfer.getData(kind), date);
      }}
    >
      <span className={styles['date']} aria-hidden="true">
        {date.getDate()}
      </span>
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
              onDragStart={(event) => event.dataTransfer.setData(kind, taskId)}
            >
              {title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
