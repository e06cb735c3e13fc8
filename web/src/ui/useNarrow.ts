import { useSyncExternalStore } from 'react';

const query = matchMedia('(max-width: 640px)');
const isNarrow = () => query.matches;

function subscribe(onChange: () => void): () => void {
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

/** A phone, or a page enlarged until it looks like one: for what is built otherwise there, not only laid out otherwise. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, isNarrow);
}
