import styles from '@/ui/PriorityMark.module.css';

/** Bars like those of a signal: the fuller, the more urgent. Their number tells it, not only their colour. */
export function PriorityMark({ priority }: { priority: number }) {
  return (
    <span className={styles['mark']} data-priority={priority} aria-hidden="true">
      <i />
      <i />
      <i />
      <i />
    </span>
  );
}
