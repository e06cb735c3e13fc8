import styles from '@/features/lists/lists.module.css';
import { labelColors } from '@/ui/theme/tokens';

/** A list has no colour of its own; the dot follows from its id, so that it stays the same everywhere. */
export function ListDot({ listId }: { listId: string }) {
  const value = Number.parseInt(listId.slice(-4), 16);
  const color = labelColors[Number.isNaN(value) ? 0 : value % (labelColors.length - 1)];
  return <span className={styles['dot']} data-color={color} aria-hidden="true" />;
}
