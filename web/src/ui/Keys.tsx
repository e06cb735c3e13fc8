import { isMac, keyWords } from '@/lib/keys';
import styles from '@/ui/Keys.module.css';

/** A shortcut as little keycaps. Decoration: the action works without it and says its own name. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className={styles['keys']} aria-hidden="true" translate="no">
      {keyWords(keys, isMac).map((word) => (
        <kbd key={word}>{word}</kbd>
      ))}
    </span>
  );
}
