import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DescriptionForm } from '@/features/task/DescriptionForm';
import styles from '@/features/task/task.module.css';
import { readDraft } from '@/lib/drafts';
import type { BoardTask } from '@/state/board';
import { execute } from '@/state/execute';
import { useAppDispatch, useAppSelector } from '@/state/hooks';
import { selectEditorIds } from '@/state/presence';
import { EditingNote } from '@/ui/EditingNote';
import { Icon } from '@/ui/Icon';
import { IconAction } from '@/ui/IconAction';
import { Markdown } from '@/ui/Markdown';

interface Props {
  listId: string;
  task: BoardTask;
  canEdit: boolean;
}

export function Description({ listId, task, canEdit }: Props) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const { taskId, description } = task;
  // A text half written at the last visit is taken up again.
  const [isEditing, setEditing] = useState(() => canEdit && readDraft(`description ${taskId}`) !== undefined);
  const editorIds = useAppSelector((state) => selectEditorIds(state, listId, taskId, 'description'));
  if (!canEdit && !description) return null;

  const onSave = (text: string) => {
    const next = text.trim() === '' ? null : text;
    if (next !== (description ?? null)) dispatch(execute(listId, { type: 'editTask', taskId, description: next }));
    setEditing(false);
  };

  return (
    <section className={styles['part']}>
      <div className={styles['partHead']}>
        <h3>{t('task.description')}</h3>
        {canEdit && description && !isEditing && (
          <IconAction
            icon="edit"
            size="small"
            iconSize={16}
            label={t('task.descriptionEdit')}
            onClick={() => setEditing(true)}
          />
        )}
      </div>
      <EditingNote userIds={editorIds} />
      {isEditing ? (
        <DescriptionForm
          place={`description ${taskId}`}
          current={description ?? ''}
          onSave={onSave}
          onCancel={() => setEditing(false)}
        />
      ) : description ? (
        <Markdown text={description} />
      ) : (
        <button
          type="button"
          className={styles['addLine']}
          data-testid="add-description"
          onClick={() => setEditing(true)}
        >
          <Icon name="add" size={16} />
          {t('task.descriptionAdd')}
        </button>
      )}
    </section>
  );
}
