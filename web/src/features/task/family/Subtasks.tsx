import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/features/task/family/family.module.css';
import panel from '@/features/task/task.module.css';
import { uuidv7 } from '@/lib/uuidv7';
import type { BoardTask } from '@/state/board';
import { execute } from '@/state/execute';
import { selectChildren } from '@/state/family';
import { useAppDispatch, useAppSelector } from '@/state/hooks';
import { Icon } from '@/ui/Icon';
import { InlineEdit } from '@/ui/InlineEdit';

interface Props {
  listId: string;
  task: BoardTask;
  canEdit: boolean;
  onOpen: (taskId: string) => void;
}

/** The tasks under this one: each a whole task with a place of its own on the board. */
export function Subtasks({ listId, task, canEdit, onOpen }: Props) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const children = useAppSelector((state) => selectChildren(state, listId, task.taskId));
  const [isAdding, setAdding] = useState(false);
  if (children.length === 0 && !canEdit) return null;
  const done = children.filter((child) => child.completedAt !== undefined).length;

  const onAdd = (title: string) => {
    const { sectionId, taskId: parentTaskId } = task;
    const afterTaskId = children.findLast((child) => child.sectionId === sectionId)?.taskId ?? task.taskId;
    dispatch(execute(listId, { type: 'addTask', taskId: uuidv7(), sectionId, title, parentTaskId, afterTaskId }));
  };

  return (
    <section className={panel['part']}>
      <div className={panel['partHead']}>
        <h3>{t('task.subtasks')}</h3>
        {children.length > 0 && (
          <span className={panel['progress']}>
            {done}/{children.length}
          </span>
        )}
      </div>
      <ul className={styles['subtasks']}>
        {children.map(({ taskId, title, completedAt }) => (
          <li key={taskId} data-done={completedAt !== undefined || undefined}>
            <button
              type="button"
              className={styles['check']}
              disabled={!canEdit}
              aria-pressed={completedAt !== undefined}
              aria-label={`${t('board.complete')}: ${title}`}
              onClick={() => dispatch(execute(listId, { type: completedAt ? 'reopenTask' : 'completeTask', taskId }))}
            >
              <Icon name={completedAt ? 'checkCircle' : 'circle'} size={16} />
            </button>
            <button type="button" className={styles['title']} dir="auto" onClick={() => onOpen(taskId)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
      {isAdding ? (
        <InlineEdit
          className={panel['itemEdit']}
          value=""
          label={t('task.subtaskAdd')}
          maxLength={1024}
          onSave={onAdd}
          onDone={() => setAdding(false)}
        />
      ) : (
        canEdit && (
          <button type="button" className={panel['addLine']} data-testid="add-subtask" onClick={() => setAdding(true)}>
            <Icon name="add" size={16} />
            {t('task.subtaskAdd')}
          </button>
        )
      )}
    </section>
  );
}
