import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { momentOf, timeOf } from '@/features/task/dates';
import styles from '@/features/task/due.module.css';
import { MonthGrid } from '@/features/task/MonthGrid';
import { TimeInput } from '@/features/task/TimeInput';
import { wallOf } from '@/lib/zone';

interface Props {
  at: string | undefined;
  field: 'startAt' | 'dueAt';
  onChange: (at: string | null) => void;
  onDone: () => void;
}

/** A month to choose the day from, and a time only where one is wanted. */
export function DateEditor({ at, field, onChange, onDone }: Props) {
  const { t } = useTranslation();
  const chosen = at ? wallOf(at) : undefined;
  return (
    <div className={styles['editor']}>
      <MonthGrid
        chosen={chosen}
        onChoose={(date) => {
          onChange(momentOf(date, chosen ? timeOf(chosen) : ''));
          onDone();
        }}
      />
      {chosen && (
        <div className={styles['foot']}>
          <TimeInput
            label={t('task.time')}
            value={timeOf(chosen)}
            onChange={(time) => onChange(momentOf(chosen, time))}
          />
          <Button
            size="small"
            color="inherit"
            onClick={() => {
              onChange(null);
              onDone();
            }}
          >
            {t(field === 'dueAt' ? 'task.dueClear' : 'task.startClear')}
          </Button>
        </div>
      )}
    </div>
  );
}
