import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import styles from '@/ui/Field.module.css';

interface Props<T extends string> {
  label: string;
  value: T;
  options: readonly { readonly value: T; readonly words: string }[];
  onChange: (value: T) => void;
  testId?: string;
}

/** A choice of one, with its name above it. */
export function Labelled<T extends string>({ label, value, options, onChange, testId }: Props<T>) {
  return (
    <div className={styles['field']}>
      <span className={styles['label']} aria-hidden="true">
        {label}
      </span>
      <Select<T>
        value={value}
        fullWidth
        onChange={(event) => onChange(event.target.value as T)}
        inputProps={{ 'aria-label': label }}
        data-testid={testId}
      >
        {options.map((option) => (
          <MenuItem key={option.value} value={option.value}>
            {option.words}
          </MenuItem>
        ))}
      </Select>
    </div>
  );
}
