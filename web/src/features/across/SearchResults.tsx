import { useTranslation } from 'react-i18next';
import styles from '@/features/across/across.module.css';
import { Failed } from '@/features/across/Failed';
import { Marked } from '@/features/across/Marked';
import { More } from '@/features/across/More';
import { TaskLine } from '@/features/across/TaskLine';
import { useSearchInfiniteQuery } from '@/state/acrossApi';
import { EmptyState } from '@/ui/EmptyState';

/** What was found for the words before stays, until there is an answer for those typed since. */
export function SearchResults({ words }: { words: string }) {
  const { t } = useTranslation();
  const query = useSearchInfiniteQuery(words, { refetchOnMountOrArgChange: true });
  const { data, currentData, isError, isFetching } = query;
  if (isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;

  const hits = data?.pages.flatMap((page) => page.results) ?? [];
  const isNone = currentData !== undefined && hits.length === 0;
  return (
    <section aria-busy={isFetching} aria-label={t('across.results')}>
      <p className="visuallyHidden" role="status">
        {currentData && t(query.hasNextPage ? 'across.foundFirst' : 'across.found', { count: hits.length })}
      </p>
      {isNone && <EmptyState icon="search" title={t('across.noneTitle')} text={t('across.noneText')} />}
      <ol className={styles['items']}>
        {hits.map((hit) => (
          <TaskLine
            key={`${hit.listId} ${hit.taskId}`}
            task={hit}
            title={<Marked text={hit.title} words={words} />}
            text={hit.snippet && <Marked text={hit.snippet} words={words} />}
          />
        ))}
      </ol>
      <More query={query} />
    </section>
  );
}
