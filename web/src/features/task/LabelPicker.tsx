import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabelColor } from '@/contract/snapshot';
import { LabelForm } from '@/features/task/LabelForm';
import styles from '@/features/task/label.module.css';
import { uuidv7 } from '@/lib/uuidv7';
import { selectLabels } from '@/state/board';
import { execute } from '@/state/execute';
import { useAppDispatch, useAppSelector } from '@/state/hooks';
import { noticeShown } from '@/state/notices';
import { Icon } from '@/ui/Icon';
import { IconAction } from '@/ui/IconAction';
import { LabelChip } from '@/ui/LabelChip';

interface Props {
  listId: string;
  taskId: string;
  labelIds: readonly string[];
}

/** The list's labels to put on and take off, and a second page to define a new one. */
export function LabelPicker({ listId, taskId, labelIds }: Props) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const labels = useAppSelector((state) => selectLabels(state, listId));
  const define = useRef<HTMLButtonElement>(null);
  const [isDefining, setDefining] = useState(false);

  const onDefine = (name: string, color: LabelColor) => {
    const labelId = uuidv7();
    dispatch(execute(listId, { type: 'defineLabel', labelId, name, color }));
    dispatch(execute(listId, { type: 'addLabel', taskId, labelId }));
    setDefining(false);
  };

  // Taken off all tasks at once, and as easily taken back: there is nothing to ask first.
  const onDelete = (labelId: string) => {
    const commandId = dispatch(execute(listId, { type: 'deleteLabel', labelId }));
    dispatch(noticeShown({ kind: 'info', code: 'labelDeleted', undo: { listId, commandId } }));
    // Its row goes, and the focus with it: left nowhere, Escape would close nothing.
    define.current?.focus();
  };

  if (isDefining) return <LabelForm onDefine={onDefine} onBack={() => setDefining(false)} />;
  return (
    <div className={styles['picker']}>
      {labels.length === 0 && <p>{t('task.labelNone')}</p>}
      <ul>
        {labels.map(({ labelId, name, color }) => {
          const isOn = labelIds.includes(labelId);
          return (
            <li key={labelId}>
              <button
                type="button"
                aria-pressed={isOn}
                onClick={() => dispatch(execute(listId, { type: isOn ? 'removeLabel' : 'addLabel', taskId, labelId }))}
              >
                <LabelChip
                  name={name}
                  color={color}
                  fallback={t('task.unnamed', { color: t(`task.colors.${color}`) })}
                />
                <span className={styles['space']} />
                {isOn && <Icon name="check" size={16} />}
              </button>
              <IconAction
                icon="trash"
                size="small"
                label={t('task.labelDelete', { name: name || t(`task.colors.${color}`) })}
                onClick={() => onDelete(labelId)}
              />
            </li>
          );
        })}
      </ul>
      <button ref={define} type="button" className={styles['define']} onClick={() => setDefining(true)}>
        <Icon name="add" size={16} />
        {t('task.labelNew')}
      </button>
    </div>
  );
}
