import Button from '@mui/material/Button';
import { type FormEvent, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '@/features/move/move.module.css';
import { selectTask } from '@/state/board';
import { useAppSelector } from '@/state/hooks';
import { AppDialog } from '@/ui/AppDialog';

interface Props {
  testId: string;
  title: string;
  listId: string;
  taskIds: readonly string[];
  canMove: boolean;
  onMove: () => void;
  onClose: () => void;
  /** Where to. */
  children: ReactNode;
}

/** What is moved, where to, and the one button that does it. */
export function MoveForm({ testId, title, listId, taskIds, canMove, onMove, onClose, children }: Props) {
  const { t } = useTranslation();
  const formId = useId();
  const first = useAppSelector((state) => selectTask(state, listId, taskIds[0] ?? ''));
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!canMove) return;
    onMove();
    onClose();
  };
  return (
    <AppDialog
      title={title}
      closeLabel={t('shell.close')}
      onClose={onClose}
      testId={testId}
      actions={
        <>
          <Button color="inherit" onClick={onClose}>
            {t('shell.cancel')}
          </Button>
          <Button type="submit" form={formId} variant="contained" disabled={!canMove}>
            {t('board.move')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles['form']} onSubmit={onSubmit}>
        <p className={styles['title']} dir="auto">
          {taskIds.length === 1 ? first?.title : t('actions.selected', { count: taskIds.length })}
        </p>
        {children}
      </form>
    </AppDialog>
  );
}
