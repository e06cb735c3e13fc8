import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChecklistItem } from '@/contract/snapshot';
import type { TaskCommand } from '@/contract/taskCommands';
import styles from '@/features/task/checklist/checklist.module.css';
import { execute } from '@/state/execute';
import { useAppDispatch } from '@/state/hooks';
import { IconAction } from '@/ui/IconAction';
import { InlineEdit } from '@/ui/InlineEdit';

interface Props {
  listId: string;
  taskId: string;
  item: ChecklistItem;
  canEdit: boolean;
  /** The anchor that moves it one up: null is the first place, undefined says it stands there. */
  before: string | null | undefined;
  /** The item below it, if there is one. */
  after: string | undefined;
}

export function ChecklistRow({ listId, taskId, item, canEdit, before, after }: Props) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const [isEditing, setEditing] = useState(false);
  const { itemId, text, checked } = item;
  const run = (command: TaskCommand) => dispatch(execute(listId, command));
  const move = (afterItemId: string | null | undefined) => {
    if (afterItemId !== undefined) run({ type: 'moveChecklistItem', taskId, itemId, afterItemId });
  };

  if (isEditing) {
    return (
      <li>
        <InlineEdit
          value={text}
          label={t('task.checklistItem')}
          maxLength={1024}
          multiline
          onSave={(next) => run({ type: 'editChecklistItem', taskId, itemId, text: next })}
          onDone={() => setEditing(false)}
        />
      </li>
    );
  }
  return (
    <li data-checked={checked || undefined}>
      <label>
        <input
          type="checkbox"
          checked={checked}
          disabled={!canEdit}
          onChange={() => run({ type: 'checkChecklistItem', taskId, itemId, checked: !checked })}
          onKeyDown={(event) => {
            if (!event.altKey) return;
            if (event.key === 'ArrowUp') move(before);
            if (event.key === 'ArrowDown') move(after);
          }}
        />
        <span dir="auto">{text}</span>
      </label>
      {canEdit && (
        <span className={styles['actions']}>
          <IconAction
            icon="edit"
            size="small"
            iconSize={14}
            label={t('task.itemEdit', { text })}
            onClick={() => setEditing(true)}
          />
          <IconAction
            icon="up"
            size="small"
            iconSize={14}
            label={t('task.itemUp', { text })}
            disabled={before === undefined}
            onClick={() => move(before)}
          />
          <IconAction
            icon="down"
            size="small"
            iconSize={14}
            label={t('task.itemDown', { text })}
            disabled={after === undefined}
            onClick={() => move(after)}
          />
          <IconAction
            icon="trash"
            size="small"
            iconSize={14}
            label={t('task.itemDelete', { text })}
            onClick={() => run({ type: 'deleteChecklistItem', taskId, itemId })}
          />
        </span>
      )}
    </li>
  );
}
