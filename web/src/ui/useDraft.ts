import { useCallback, useState } from 'react';
import { keepDraft, readDraft } from '@/lib/drafts';

/** A text being written that outlives its field. `end` forgets it: it was sent, or given up. */
export function useDraft(place: string, initial: string): [string, (text: string) => void, () => void] {
  const [text, setText] = useState(() => readDraft(place) ?? initial);
  const set = useCallback(
    (next: string) => {
      setText(next);
      keepDraft(place, next === initial ? '' : next);
    },
    [place, initial],
  );
  const end = useCallback(() => {
    setText(initial);
    keepDraft(place, '');
  }, [place, initial]);
  return [text, set, end];
}
