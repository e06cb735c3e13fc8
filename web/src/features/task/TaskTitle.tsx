import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/features/task/task.module.css';
import type { BoardTask } from '@/state/board';
import { execute } from '@/state/execute';
import { useAppDispatch } from '@/state/hooks';
import { InlineEdit } from '@/ui/InlineEdit';

interface Props {
  listId: string;
  task: BoardTask;
  canEdit: boolean;
}

export function TaskTitle({ listId, task, canEdit }: Props) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const [isEditing, setEditing] = useState(false);
  const { taskId, title } = task;

  if (isEditing) {
    return (
      <InlineEdit
        className={styles['titleEdit']}
        value={title}
        label={t('task.title')}
        maxLength={1024}
        multiline
        onSave={(next) => dispatch(execute(listId, { type: 'editTask', taskId, title: next }))}
        onDone={() => setEditing(false)}
      />
    );
  }
  return (
    <h2 className={styles['title']} dir="auto" data-done={task.completedAt !== undefined || undefined}>
      {canEdit ? (
        <button type="button" data-testid="task-title" onClick={() => setEditing(true)}>
          {title}
          <span className="visuallyHidden"> ({t('board.editTitle')})</span>
        </button>
      ) : (
        title
      )}
    </h2>
  );
}
