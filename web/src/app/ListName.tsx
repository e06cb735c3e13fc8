import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/app/ListBar.module.css';
import { execute } from '@/state/execute';
import { useAppDispatch } from '@/state/hooks';
import { InlineEdit } from '@/ui/InlineEdit';

interface Props {
  listId: string;
  name: string;
  canRename: boolean;
}

export function ListName({ listId, name, canRename }: Props) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const [isEditing, setEditing] = useState(false);

  useEffect(() => {
    document.title = name ? `${name} · TaskList` : 'TaskList';
    return () => {
      document.title = 'TaskList';
    };
  }, [name]);

  if (isEditing) {
    return (
      <div className={styles['name']}>
        <InlineEdit
          className={styles['edit']}
          value={name}
          label={t('lists.name')}
          maxLength={256}
          onSave={(next) => dispatch(execute(listId, { type: 'renameList', name: next }))}
          onDone={() => setEditing(false)}
        />
      </div>
    );
  }
  return (
    <h1 className={styles['name']} dir="auto">
      {canRename ? (
        <button type="button" title={t('lists.rename')} data-testid="list-name" onClick={() => setEditing(true)}>
          {name}
        </button>
      ) : (
        <span>{name}</span>
      )}
    </h1>
  );
}
