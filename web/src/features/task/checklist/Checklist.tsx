import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChecklistRow } from '@/features/task/checklist/ChecklistRow';
import styles from '@/features/task/checklist/checklist.module.css';
import panel from '@/features/task/task.module.css';
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
  // Counts up with each item added, so that the field opens anew for the next one.
  const [adding, setAdding] = useState(0);
  const { taskId, checklist } = task;
  if (checklist.length === 0 && !canEdit) return null;
  const done = checklist.filter((item) => item.checked).length;

  return (
    <section className={panel['part']}>
      <div className={panel['partHead']}>
        <h3>{t('task.checklist')}</h3>
        {checklist.length > 0 && (
          <>
            <span className={panel['progress']}>
              {done}/{checklist.length}
            </span>
            <progress className={styles['bar']} max={checklist.length} value={done} aria-label={t('task.checklist')} />
          </>
        )}
      </div>
      <ul className={styles['items']}>
        {checklist.map((item, at) => (
          <ChecklistRow
            key={item.itemId}
            listId={listId}
            taskId={taskId}
            item={item}
            canEdit={canEdit}
            before={at === 0 ? undefined : (checklist[at - 2]?.itemId ?? null)}
            after={checklist[at + 1]?.itemId}
          />
        ))}
      </ul>
      {adding > 0 ? (
        <InlineEdit
          key={adding}
          className={panel['itemEdit']}
          value=""
          label={t('task.checklistItem')}
          maxLength={1024}
          onSave={(text) => {
            dispatch(execute(listId, { type: 'addChecklistItem', taskId, itemId: uuidv7(), text }));
            // After `onDone`, which closes it.
            queueMicrotask(() => setAdding(adding + 1));
          }}
          onDone={() => setAdding(0)}
        />
      ) : (
        canEdit && (
          <button type="button" className={panel['addLine']} data-testid="add-item" onClick={() => setAdding(1)}>
            <Icon name="add" size={16} />
            {t('task.checklistAdd')}
          </button>
        )
      )}
    </section>
  );
}
