import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import styles from '@/features/selection/selection.module.css';
import { useAppDispatch, useAppSelector } from '@/state/hooks';
import { selectionCleared, selectSelectedIds } from '@/state/selection';
import type { TaskAction } from '@/ui/actions';
import { Icon } from '@/ui/Icon';
import { IconAction } from '@/ui/IconAction';

const offered = ['complete', 'move', 'assignMe', 'priority1', 'priority3', 'delete'];

/** What can be done to all selected tasks at once, each as one change that one undo takes back. */
export function SelectionBar({ actions }: { actions: readonly TaskAction[] }) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const taskIds = useAppSelector(selectSelectedIds);
  if (taskIds.length === 0) return null;
  return (
    <div className={styles['place']}>
      <div className={styles['bar']} role="toolbar" aria-label={t('actions.selection')} data-testid="selection">
        <span className={styles['count']} role="status">
          {t('actions.selected', { count: taskIds.length })}
        </span>
        {actions
          .filter(({ id }) => offered.includes(id))
          .map(({ id, words, icon, run }) => (
            <Button
              key={id}
              size="small"
              color="inherit"
              title={words}
              startIcon={<Icon name={icon} size={16} />}
              onClick={() => run(taskIds)}
            >
              <span className={styles['words']} data-minor={id.startsWith('priority') || undefined}>
                {words}
              </span>
            </Button>
          ))}
        <IconAction icon="close" label={t('actions.deselect')} onClick={() => dispatch(selectionCleared())} />
      </div>
    </div>
  );
}
