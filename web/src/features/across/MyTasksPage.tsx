import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import styles from '@/features/across/across.module.css';
import { dueGroups } from '@/features/across/dueGroups';
import { Failed } from '@/features/across/Failed';
import { More } from '@/features/across/More';
import { TaskLine } from '@/features/across/TaskLine';
import { useDoneHere } from '@/features/across/useDoneHere';
import { useWalk } from '@/features/across/useWalk';
import { day } from '@/lib/time';
import { instantOf, wallOf } from '@/lib/zone';
import { useMyTasksInfiniteQuery } from '@/state/acrossApi';
import { EmptyState } from '@/ui/EmptyState';
import { Segments } from '@/ui/Segments';
import { useNow } from '@/ui/useNow';

/** What is mine to do in all lists, or what is due within a week, the most urgent first. */
export function MyTasksPage({ soon = false }: { soon?: boolean }) {
  const { t } = useTranslation();
  const now = useNow();
  const page = useRef<HTMLDivElement>(null);
  useWalk(page);
  const [params, setParams] = useSearchParams();
  const assigned = params.has('assigned');
  const request = { assigned, ...(soon ? { due: weekFrom(now) } : {}) };
  const query = useMyTasksInfiniteQuery(request, { refetchOnMountOrArgChange: true, refetchOnFocus: true });
  const { isDone, toggle } = useDoneHere();
  const { data, error, isFetching, refetch } = query;
  const tasks = data?.pages.flatMap((each) => each.tasks) ?? [];

  return (
    <div ref={page} className={styles['page']} data-testid={soon ? 'due-soon' : 'my-tasks'}>
      <div className={styles['head']}>
        <h1 className={styles['headline']}>{t(soon ? 'across.soon' : 'across.mine')}</h1>
        <Segments
          label={t('across.which')}
          segments={[
            { value: 'all', words: t(soon ? 'across.allDue' : 'across.all') },
            { value: 'assigned', words: t('across.assigned') },
          ]}
          value={assigned ? 'assigned' : 'all'}
          onChange={(each) => setParams(each === 'assigned' ? { assigned: '' } : {}, { replace: true })}
        />
      </div>
      {error && tasks.length === 0 && <Failed error={error} onRetry={() => void refetch()} />}
      {!error && data && tasks.length === 0 && (
        <EmptyState
          icon={soon ? 'clock' : 'checklist'}
          title={t(soon ? 'across.soonEmptyTitle' : 'across.mineEmptyTitle')}
          text={t(soon ? 'across.soonEmptyText' : 'across.mineEmptyText')}
        />
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
                <TaskLine
                  key={`${task.listId} ${task.taskId}`}
                  task={task}
                  title={task.title}
                  isDone={isDone(task)}
                  onToggle={() => toggle(task)}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <More query={query} />
    </div>
  );
}

/** Until the end of the day a week from now: the same question all day, so that the answer can be kept. */
function weekFrom(now: number): string {
  const last = wallOf(now + 7 * day);
  last.setHours(23, 59, 59, 0);
  return instantOf(last).toISOString();
}
