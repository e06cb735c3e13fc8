import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import styles from '@/features/conflicts/conflicts.module.css';
import { useValueWords } from '@/features/conflicts/useValueWords';
import { selectTask } from '@/state/board';
import { clashSettled, selectClash, selectClashCount } from '@/state/clashes';
import { execute } from '@/state/execute';
import { useAppDispatch, useAppSelector } from '@/state/hooks';
import { useNames } from '@/ui/people';

/** Two people wrote the same thing at once. One of both stands; until somebody has chosen, both are here to be read. */
export function ConflictStrip({ listId }: { listId: string }) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const words = useValueWords();
  const names = useNames();
  const clash = useAppSelector((state) => selectClash(state, listId));
  const count = useAppSelector((state) => selectClashCount(state, listId));
  const task = useAppSelector((state) => (clash?.taskId ? selectTask(state, listId, clash.taskId) : undefined));
  if (!clash) return null;

  const { clashId, field, mine, theirs, byActorId, back } = clash;
  const person = (byActorId && names.get(byActorId)) ?? t('task.former');
  const settle = () => dispatch(clashSettled(clashId));
  const takeTheirs = () => {
    dispatch(execute(listId, back));
    settle();
  };

  return (
    <section className={styles['strip']} aria-label={t('connection.clash.label')} data-testid="clash">
      <p role="status">
        {t('connection.clash.title', { person, field: t(`history.fields.${field}`) })}
        {task && field !== 'title' && <span dir="auto"> · {task.title}</span>}
        {count > 1 && <span className={styles['more']}>{t('connection.clash.more', { count: count - 1 })}</span>}
      </p>
      <dl>
        <dt dir="auto">{person}</dt>
        <dd dir="auto">{words(field, theirs)}</dd>
        <dt>{t('connection.clash.mine')}</dt>
        <dd dir="auto">{words(field, mine)}</dd>
      </dl>
      <div className={styles['actions']}>
        <Button size="small" variant="outlined" onClick={takeTheirs}>
          {t('connection.clash.takeTheirs')}
        </Button>
        <Button size="small" variant="outlined" onClick={settle}>
          {t('connection.clash.keepMine')}
        </Button>
      </div>
    </section>
  );
}
