import Button from '@mui/material/Button';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isAbout } from '@/features/history/about';
import { HistoryRow } from '@/features/history/HistoryRow';
import styles from '@/features/history/history.module.css';
import { useHistoryInfiniteQuery } from '@/state/api';
import { selectScope } from '@/state/board';
import { useAppSelector } from '@/state/hooks';

interface Props {
  listId: string;
  /** Only what happened to this task. */
  taskId?: string;
  canEdit: boolean;
  /** Shows the board as it was then. */
  onLook?: (version: number) => void;
}

/** Who did what and when, newest first, with what stood there before and a way back. */
export function History({ listId, taskId, canEdit, onLook }: Props) {
  const { t } = useTranslation();
  const version = useAppSelector((state) => selectScope(state, listId).version);
  const query = { listId, ...(taskId === undefined ? {} : { taskId }) };
  const { data, isError, hasNextPage, fetchNextPage, isFetching, refetch } = useHistoryInfiniteQuery(query);
  const newest = data?.pages[0]?.entries[0]?.version ?? 0;

  // The list went on while somebody reads its past.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is the trigger, not the answer to the last one.
  useEffect(() => {
    if (data && version > newest && !isFetching) {
      const later = setTimeout(() => void refetch(), 500);
      return () => clearTimeout(later);
    }
    return undefined;
  }, [version]);

  const all = data?.pages.flatMap((page) => page.entries) ?? [];
  const entries = taskId === undefined ? all : all.filter((entry) => isAbout(entry, taskId));
  if (isError && entries.length === 0) {
    return (
      <p className={styles['quiet']}>
        {t('history.failed')}{' '}
        <Button size="small" onClick={() => void refetch()}>
          {t('shell.retry')}
        </Button>
      </p>
    );
  }
  return (
    <div className={styles['history']} aria-busy={isFetching} data-testid="history">
      {data && entries.length === 0 && !hasNextPage && <p className={styles['quiet']}>{t('history.empty')}</p>}
      <ol>
        {entries.map((entry) => (
          <HistoryRow key={entry.version} listId={listId} entry={entry} canEdit={canEdit} onLook={onLook} />
        ))}
      </ol>
      {hasNextPage && (
        <Button size="small" color="inherit" disabled={isFetching} onClick={() => void fetchNextPage()}>
          {t('history.more')}
        </Button>
      )}
    </div>
  );
}
