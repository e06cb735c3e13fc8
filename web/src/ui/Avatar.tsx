import styles from '@/ui/Avatar.module.css';
import { labelColors } from '@/ui/theme/tokens';

interface Props {
  id: string;
  /** null or absent: the person is not known here (erased, or the names are still on their way). */
  name: string | null | undefined;
  size?: 20 | 24 | 32;
  /** Where the name stands beside the picture, the picture is silent. */
  decorative?: boolean;
}

/** Initials on one of ten grounds; the ground follows from the id, so a person keeps it everywhere. */
export function Avatar({ id, name, size = 24, decorative = false }: Props) {
  const color = labelColors[hash(id) % labelColors.length] ?? 'gray';
  const spoken = decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name ?? '?', title: name ?? '?' };
  return (
    <span className={styles['avatar']} data-size={size} data-color={name ? color : 'gray'} translate="no" {...spoken}>
      {initials(name)}
    </span>
  );
}

function initials(name: string | null | undefined): string {
  const words = (name ?? '').trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? '?')][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}

function hash(id: string): number {
  let value = 0;
  for (const char of id) value = (value * 31 + char.charCodeAt(0)) >>> 0;
  return value;
}
