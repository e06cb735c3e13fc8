import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import { type ReactNode, useId } from 'react';
import styles from '@/features/move/move.module.css';

interface Props<T extends string | number> {
  label: string;
  value: T;
  options: readonly T[];
  renderOption: (option: T) => ReactNode;
  onChange: (option: T) => void;
  autoFocus?: boolean;
}

export function MoveChoice<T extends string | number>({
  label,
  value,
  options,
  renderOption,
  onChange,
  autoFocus = false,
}: Props<T>) {
  const id = useId();
  return (
    <div>
      <span id={id} className={styles['label']}>
        {label}
      </span>
      <Select<T>
        value={value}
        fullWidth
        autoFocus={autoFocus}
        labelId={id}
        onChange={(event) => onChange(event.target.value as T)}
        MenuProps={{ slotProps: { paper: { style: { maxHeight: 320 } } } }}
      >
        {options.map((option) => (
          <MenuItem key={option} value={option}>
            {renderOption(option)}
          </MenuItem>
        ))}
      </Select>
    </div>
  );
}
