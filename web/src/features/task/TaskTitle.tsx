import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/features/task/task.module.css';
import type { BoardTask } from '@/state/board';
import { execute } from '@/state/execute';
import { useAppDispatch, useAppSelector } from '@/state/hooks';
import { selectEditorIds } from '@/state/presence';
import { EditingNote } from '@/ui/EditingNote';
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
  const editorIds = useAppSelector((state) => selectEditorIds(state, listId, taskId, 'title'));

  if (isEditing) {
    return (
      <InlineEdit
        className={styles['titleEdit']}
        field="title"
        place={`title ${taskId}`}
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
    <>
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
      <EditingNote userIds={editorIds} />
    </>
  );
}
