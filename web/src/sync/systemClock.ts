import type { Clock } from '@/sync/ports';

/** Timers, not animation frames: a hidden tab gets no frames, but its queue must drain. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};
