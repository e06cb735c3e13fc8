import type { ThunkDispatch, UnknownAction } from '@reduxjs/toolkit';
import type { InboxItem, MyList, Person } from '@/contract/rest';
import { api } from '@/state/api';
import type { Services } from '@/state/services';
import type { KeptAnswer } from '@/sync/lastSeen';

interface Root {
  readonly api: ReturnType<typeof api.reducer>;
}

type Dispatch = ThunkDispatch<Root, Services, UnknownAction>;

const peopleOf = 'people/';

/** What a list cannot be read without: which there are, and who the people on it are. The inbox goes along. */
export function keepable(action: unknown): KeptAnswer | undefined {
  const { myLists, inbox, people } = api.endpoints;
  if (myLists.matchFulfilled(action)) return { name: 'myLists', value: action.payload };
  if (inbox.matchFulfilled(action)) return { name: 'inbox', value: action.payload };
  if (people.matchFulfilled(action)) return { name: peopleOf + action.meta.arg.originalArgs, value: action.payload };
  return undefined;
}

/** Puts the kept answers where those of the server would be; the first connection asks anew. */
export function recall({ name, value }: KeptAnswer, dispatch: Dispatch): void {
  const { upsertQueryData } = api.util;
  if (name === 'myLists') void dispatch(upsertQueryData('myLists', undefined, value as MyList[]));
  if (name === 'inbox') void dispatch(upsertQueryData('inbox', undefined, value as InboxItem[]));
  if (name.startsWith(peopleOf))
    void dispatch(upsertQueryData('people', name.slice(peopleOf.length), value as Person[]));
}
