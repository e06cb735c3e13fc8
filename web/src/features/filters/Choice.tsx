import type { ReactNode } from 'react';
import styles from '@/features/filters/filters.module.css';

interface Props {
  isOn: boolean;
  onPress: () => void;
  children: ReactNode;
}

export function Choice({ isOn, onPress, children }: Props) {
  return (
    <button type="button" className={styles['choice']} aria-pressed={isOn} onClick={onPress}>
      {children}
    </button>
  );
}
