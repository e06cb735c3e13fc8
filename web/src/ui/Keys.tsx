import { keyWords } from '@/lib/keys';
import styles from '@/ui/Keys.module.css';

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** A shortcut as little keycaps. Decoration: the action works without it and says its own name. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className={styles['keys']} aria-hidden="true">
      {keyWords(keys, isMac).map((word) => (
        <kbd key={word}>{word}</kbd>
      ))}
    </span>
  );
}
