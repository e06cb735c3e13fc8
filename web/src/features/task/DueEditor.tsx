import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { momentOf, timeOf } from '@/features/task/dates';
import styles from '@/features/task/due.module.css';
import { MonthGrid } from '@/features/task/MonthGrid';

interface Props {
  dueAt: string | undefined;
  onChange: (dueAt: string | null) => void;
  onDone: () => void;
}

/** A month to choose the day from, and a time only where one is wanted. */
export function DueEditor({ dueAt, onChange, onDone }: Props) {
  const { t } = useTranslation();
  const due = dueAt ? new Date(dueAt) : undefined;
  return (
    <div className={styles['editor']}>
      <MonthGrid
        chosen={due}
        onChoose={(date) => {
          onChange(momentOf(date, due ? timeOf(due) : ''));
          onDone();
        }}
      />
      {due && (
        <div className={styles['foot']}>
          <label>
            {t('task.time')}
            <input type="time" value={timeOf(due)} onChange={(event) => onChange(momentOf(due, event.target.value))} />
          </label>
          <Button
            size="small"
            color="inherit"
            onClick={() => {
              onChange(null);
              onDone();
            }}
          >
            {t('task.dueClear')}
          </Button>
        </div>
      )}
    </div>
  );
}
