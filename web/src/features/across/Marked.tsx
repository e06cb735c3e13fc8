import styles from '@/features/across/across.module.css';
import { markedPieces } from '@/lib/marks';

/** A text with the words looked for made visible. */
export function Marked({ text, words }: { text: string; words: string }) {
  let at = 0;
  return markedPieces(text, words).map((piece) => {
    const key = at;
    at += piece.text.length;
    return piece.isFound ? (
      <mark key={key} className={styles['mark']}>
        {piece.text}
      </mark>
    ) : (
      <span key={key}>{piece.text}</span>
    );
  });
}
