import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from '@/features/across/across.module.css';
import { DueWords } from '@/features/across/DueWords';
import { taskNumber } from '@/state/family';
import { Icon } from '@/ui/Icon';
import { PriorityMark } from '@/ui/PriorityMark';

interface Props {
  task: {
    readonly listId: string;
    readonly listName: string;
    readonly key?: string;
    readonly taskId: string;
    readonly number: number;
    readonly priority?: number;
    readonly dueAt?: string;
    readonly completedAt?: string;
    readonly listArchivedAt?: string;
  };
  title: ReactNode;
  /** A line of its own under the title. */
  text?: ReactNode;
  isDone?: boolean;
  /** Completes or reopens it; without this the circle is only looked at. */
  onToggle?: () => void;
}

/** One task of any list: a link that opens its list with the task beside it. */
export function TaskLine({ task, title, text, isDone = task.completedAt !== undefined, onToggle }: Props) {
  const { t } = useTranslation();
  const { listId, taskId, listName, priority, dueAt, listArchivedAt } = task;
  return (
    <li className={styles['item']} data-done={isDone || undefined}>
      {onToggle && (
        <button
          type="button"
          className={styles['check']}
          aria-pressed={isDone}
          aria-label={t('board.complete')}
          data-testid="done"
          onClick={onToggle}
        >
          <Icon name={isDone ? 'checkCircle' : 'circle'} size={16} className={styles['state']} />
        </button>
      )}
      <Link to={`/l/${listId}/t/${taskId}`} data-testid="hit">
        {!onToggle && <Icon name={isDone ? 'checkCircle' : 'circle'} size={16} className={styles['state']} />}
        <span className={styles['body']}>
          <span className={styles['title']} dir="auto">
            {title}
            {isDone && <span className="visuallyHidden"> ({t('board.done')})</span>}
          </span>
          {text && (
            <span className={styles['text']} dir="auto">
              {text}
            </span>
          )}
          <span className={styles['facts']}>
            <span>{taskNumber(task, task.number)}</span>
            <span className={styles['list']} dir="auto">
              {listName}
            </span>
            {listArchivedAt !== undefined && (
              <span className={styles['fact']}>
                <Icon name="archive" size={14} />
                {t('across.archived')}
              </span>
            )}
            {priority !== undefined && priority < 4 && (
              <span title={t('board.priority', { priority })}>
                <PriorityMark priority={priority} />
                <span className="visuallyHidden">{t('board.priority', { priority })}</span>
              </span>
            )}
            {dueAt !== undefined && <DueWords dueAt={dueAt} isDone={isDone} />}
          </span>
        </span>
      </Link>
    </li>
  );
}
