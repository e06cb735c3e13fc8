import { useSyncExternalStore } from 'react';
import { minute } from '@/lib/time';

// One timer for every "2 days left" on the screen; it runs only while somebody looks.
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = Date.now();

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    now = Date.now();
    timer = setInterval(tick, minute);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  };
}

function tick(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}

/** The time, renewed once a minute. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}
