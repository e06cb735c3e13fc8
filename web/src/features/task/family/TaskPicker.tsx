import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/features/task/family/family.module.css';
import { selectScope, selectView } from '@/state/board';
import { parentChoices, taskNumber } from '@/state/family';
import { useAppSelector } from '@/state/hooks';

interface Props {
  listId: string;
  taskId: string;
  onChoose: (taskId: string) => void;
}

const shown = 30;

/** Finds one of the list's tasks by its words or its number. */
export function TaskPicker({ listId, taskId, onChoose }: Props) {
  const { t } = useTranslation();
  const view = useAppSelector((state) => selectView(state, listId));
  const scope = useAppSelector((state) => selectScope(state, listId));
  const [words, setWords] = useState('');
  const choices = useMemo(() => (view ? parentChoices(view, taskId) : []), [view, taskId]);
  const wanted = words.trim().toLocaleLowerCase();
  const found = choices
    .filter(
      ({ title, number }) =>
        title.toLocaleLowerCase().includes(wanted) || taskNumber(scope, number)?.toLowerCase() === wanted,
    )
    .slice(0, shown);

  return (
    <div className={styles['picker']}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the picker was opened to type into it.
        autoFocus
        value={words}
        placeholder={t('task.parentFind')}
        aria-label={t('task.parentFind')}
        dir="auto"
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          const first = found[0];
          if (event.key === 'Enter' && first) onChoose(first.taskId);
        }}
      />
      <ul>
        {found.map(({ taskId: id, title, number }) => (
          <li key={id}>
            <button type="button" onClick={() => onChoose(id)}>
              <span className={styles['number']}>{taskNumber(scope, number)}</span>
              <span dir="auto">{title}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p>{t('task.parentNone')}</p>}
    </div>
  );
}
