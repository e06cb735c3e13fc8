import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import styles from '@/app/ListBar.module.css';
import { selectMyRole, selectScope } from '@/state/board';
import { execute } from '@/state/execute';
import { useAppDispatch, useAppSelector } from '@/state/hooks';

export function ArchivedNotice({ listId }: { listId: string }) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const { archivedAt } = useAppSelector((state) => selectScope(state, listId));
  const isOwner = useAppSelector((state) => selectMyRole(state, listId)) === 'owner';
  if (archivedAt === undefined) return null;
  return (
    <p className={styles['notice']} role="status" data-testid="archived">
      {t('lists.archived')}
      {isOwner && (
        <Button size="small" onClick={() => dispatch(execute(listId, { type: 'unarchiveList' }))}>
          {t('lists.unarchive')}
        </Button>
      )}
    </p>
  );
}
