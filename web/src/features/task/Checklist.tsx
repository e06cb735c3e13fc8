import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/features/task/task.module.css';
import { uuidv7 } from '@/lib/uuidv7';
import type { BoardTask } from '@/state/board';
import { execute } from '@/state/execute';
import { useAppDispatch } from '@/state/hooks';
import { Icon } from '@/ui/Icon';
import { InlineEdit } from '@/ui/InlineEdit';

interface Props {
  listId: string;
  task: BoardTask;
  canEdit: boolean;
}

export function Checklist({ listId, task, canEdit }: Props) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const [isAdding, setAdding] = useState(false);
  const { taskId, checklist } = task;
  if (checklist.length === 0 && !canEdit) return null;

  const done = checklist.filter((item) => item.checked).length;
  const onAdd = (text: string) =>
    dispatch(execute(listId, { type: 'addChecklistItem', taskId, itemId: uuidv7(), text }));

  return (
    <section className={styles['part']}>
      <div className={styles['partHead']}>
        <h3>{t('task.checklist')}</h3>
        {checklist.length > 0 && (
          <span className={styles['progress']}>
            {done}/{checklist.length}
          </span>
        )}
      </div>
      <ul className={styles['checklist']}>
        {checklist.map(({ itemId, text, checked }) => (
          <li key={itemId} data-checked={checked || undefined}>
            <Icon name={checked ? 'checkCircle' : 'circle'} size={16} />
            <span className="visuallyHidden">{t(checked ? 'task.itemDone' : 'task.itemOpen')}: </span>
            <span dir="auto">{text}</span>
          </li>
        ))}
      </ul>
      {isAdding ? (
        <InlineEdit
          className={styles['itemEdit']}
          value=""
          label={t('task.checklistItem')}
          maxLength={1024}
          onSave={onAdd}
          onDone={() => setAdding(false)}
        />
      ) : (
        canEdit && (
          <button type="button" className={styles['addLine']} data-testid="add-item" onClick={() => setAdding(true)}>
            <Icon name="add" size={16} />
            {t('task.checklistAdd')}
          </button>
        )
      )}
    </section>
  );
}
