import type { Clock } from '@/sync/ports';

/** The promise's own outcome, or a rejection once `ms` have passed: what it does later is nobody's business any more. */
export function within<T>(clock: Clock, ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => reject(new Error('timed out')));
    promise.then(resolve, reject).finally(cancel);
  });
}
