import Button from '@mui/material/Button';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeletedLists } from '@/features/lists/DeletedLists';
import { ListTile } from '@/features/lists/ListTile';
import styles from '@/features/lists/lists.module.css';
import { ImportDialog, NewListDialog } from '@/features/lists/onDemand';
import { useMyListsQuery } from '@/state/api';
import { EmptyState } from '@/ui/EmptyState';
import { Icon } from '@/ui/Icon';

export function HomePage() {
  const { t } = useTranslation();
  const { data: lists, isError, refetch } = useMyListsQuery();
  const active = lists?.filter((list) => list.archivedAt === undefined);
  const archived = lists?.filter((list) => list.archivedAt !== undefined);
  const [dialog, setDialog] = useState<'new' | 'import'>();

  const actions = (
    <>
      <Button variant="outlined" startIcon={<Icon name="upload" />} onClick={() => setDialog('import')}>
        {t('lists.import')}
      </Button>
      <Button variant="contained" startIcon={<Icon name="add" />} onClick={() => setDialog('new')}>
        {t('lists.new')}
      </Button>
    </>
  );

  return (
    <div className={styles['page']} data-testid="home">
      <div className={styles['head']}>
        <h1>
          {t('lists.title')}
          {active && active.length > 0 && <span className={styles['total']}>{active.length}</span>}
        </h1>
        {lists && lists.length > 0 && actions}
      </div>
      {isError && !lists ? (
        <EmptyState icon="alert" title={t('lists.failedTitle')}>
          <Button variant="outlined" onClick={() => void refetch()}>
            {t('shell.retry')}
          </Button>
        </EmptyState>
      ) : lists?.length === 0 ? (
        <EmptyState icon="board" title={t('lists.emptyTitle')} text={t('lists.emptyText')}>
          {actions}
        </EmptyState>
      ) : (
        <ul className={styles['grid']} aria-busy={!lists}>
          {lists
            ? active?.map((list) => <ListTile key={list.listId} list={list} />)
            : [1, 2, 3].map((place) => <li key={place} className={styles['skeleton']} />)}
        </ul>
      )}
      {archived && archived.length > 0 && (
        <section className={styles['archived']} data-testid="archived-lists">
          <h2>{t('lists.archivedTitle')}</h2>
          <ul className={styles['grid']}>
            {archived.map((list) => (
              <ListTile key={list.listId} list={list} />
            ))}
          </ul>
        </section>
      )}
      <DeletedLists />
      <Suspense>
        {dialog === 'new' && <NewListDialog onClose={() => setDialog(undefined)} />}
        {dialog === 'import' && <ImportDialog onClose={() => setDialog(undefined)} />}
      </Suspense>
    </div>
  );
}
