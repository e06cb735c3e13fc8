import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import styles from '@/features/across/across.module.css';
import { dueGroups } from '@/features/across/dueGroups';
import { Failed } from '@/features/across/Failed';
import { More } from '@/features/across/More';
import { TaskLine } from '@/features/across/TaskLine';
import { useWalk } from '@/features/across/useWalk';
import { useMyTasksInfiniteQuery } from '@/state/acrossApi';
import { EmptyState } from '@/ui/EmptyState';
import { useNow } from '@/ui/useNow';

/** What is mine to do in all lists, the most urgent first. */
export function MyTasksPage() {
  const { t } = useTranslation();
  const now = useNow();
  const page = useRef<HTMLDivElement>(null);
  useWalk(page);
  const [params, setParams] = useSearchParams();
  const assigned = params.has('assigned');
  const query = useMyTasksInfiniteQuery({ assigned }, { refetchOnMountOrArgChange: true, refetchOnFocus: true });
  const { data, error, isFetching, refetch } = query;
  const tasks = data?.pages.flatMap((each) => each.tasks) ?? [];

  return (
    <div ref={page} className={styles['page']} data-testid="my-tasks">
      <div className={styles['head']}>
        <h1 className={styles['headline']}>{t('across.mine')}</h1>
        <fieldset className={styles['choice']} aria-label={t('across.which')}>
          {[false, true].map((each) => (
            <button
              key={String(each)}
              type="button"
              aria-pressed={assigned === each}
              onClick={() => setParams(each ? { assigned: '' } : {}, { replace: true })}
            >
              {t(each ? 'across.assigned' : 'across.all')}
            </button>
          ))}
        </fieldset>
      </div>
      {error && tasks.length === 0 && <Failed error={error} onRetry={() => void refetch()} />}
      {!error && data && tasks.length === 0 && (
        <EmptyState icon="checklist" title={t('across.mineEmptyTitle')} text={t('across.mineEmptyText')} />
      )}
      <div aria-busy={isFetching}>
        {dueGroups(tasks, now).map(({ name, tasks: own }) => (
          <section key={name} aria-labelledby={`due-${name}`} data-testid={`due-${name}`}>
            <h2 id={`due-${name}`} className={styles['group']} data-late={name === 'overdue' || undefined}>
              {t(`across.due.${name}`)}
              <span className={styles['count']}>{own.length}</span>
            </h2>
            <ul className={styles['items']}>
              {own.map((task) => (
                <TaskLine key={`${task.listId} ${task.taskId}`} task={task} title={task.title} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <More query={query} />
    </div>
  );
}
