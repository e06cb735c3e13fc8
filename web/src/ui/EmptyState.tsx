import type { ReactNode } from 'react';
import styles from '@/ui/EmptyState.module.css';
import { Icon, type IconName } from '@/ui/Icon';

interface Props {
  icon: IconName;
  title: string;
  text?: string;
  children?: ReactNode;
}

/** Says what a place is for and offers the one next step. */
export function EmptyState({ icon, title, text, children }: Props) {
  return (
    <div className={styles['empty']}>
      <span className={styles['badge']}>
        <Icon name={icon} size={22} />
      </span>
      <h2 className={styles['title']}>{title}</h2>
      {text && <p className={styles['text']}>{text}</p>}
      {children && <div className={styles['actions']}>{children}</div>}
    </div>
  );
}
