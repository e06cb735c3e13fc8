import styles from '@/ui/Logo.module.css';

interface Props {
  /** Only the mark, for a narrow rail. */
  compact?: boolean;
}

export function Logo({ compact = false }: Props) {
  return (
    <span className={styles['logo']}>
      <svg width="24" height="24" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="8" />
        <path d="M8 16.5l5 5L24 10.5" />
      </svg>
      <span className={compact ? 'visuallyHidden' : undefined}>TaskList</span>
    </span>
  );
}
