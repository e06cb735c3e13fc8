import styles from '@/ui/LabelChip.module.css';

interface Props {
  color: string;
  name: string;
  /** What a label without a name is called: its colour, in words. */
  fallback: string;
}

/** A label as a small soft chip. A nameless one shows only its colour and says it. */
export function LabelChip({ color, name, fallback }: Props) {
  return name ? (
    <span className={styles['chip']} data-color={color} dir="auto">
      {name}
    </span>
  ) : (
    <span className={styles['chip']} data-color={color} data-bare role="img" aria-label={fallback} title={fallback} />
  );
}
