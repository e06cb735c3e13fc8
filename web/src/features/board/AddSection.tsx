import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/features/board/Board.module.css';
import { uuidv7 } from '@/lib/uuidv7';
import { execute } from '@/state/execute';
import { useAppDispatch } from '@/state/hooks';
import { Icon } from '@/ui/Icon';
import { InlineEdit } from '@/ui/InlineEdit';

export function AddSection({ listId }: { listId: string }) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const [isNaming, setNaming] = useState(false);

  const onSave = (name: string) => dispatch(execute(listId, { type: 'addSection', sectionId: uuidv7(), name }));

  return (
    <div className={styles['addSection']}>
      {isNaming ? (
        <InlineEdit
          className={styles['newName']}
          value=""
          label={t('board.sectionName')}
          placeholder={t('board.sectionPlaceholder')}
          maxLength={256}
          onSave={onSave}
          onDone={() => setNaming(false)}
        />
      ) : (
        <button type="button" onClick={() => setNaming(true)} data-testid="add-section">
          <Icon name="add" />
          {t('board.addSection')}
        </button>
      )}
    </div>
  );
}
