import { addBoard } from '@/state/addBoard';
import { makeEntry } from '@/state/entry';
import type { World } from '@/state/makeServices';
import type { AppStore } from '@/state/store';
import { MemoryOpStore } from '@/sync/memoryOpStore';

/** The store of somebody who may be signed in, in a world of the test's own. */
export function wholeStore(fetcher: typeof fetch, world: World = {}): AppStore {
  return addBoard(makeEntry(fetcher), { store: new MemoryOpStore(), ...world });
}
