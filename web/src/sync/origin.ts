import type { Change } from '@/contract/events';

/** Who and when: what an event leaves to the change that carries it. */
export type Origin = Pick<Change, 'actorId' | 'at'>;
