import type { FoundPage, MyTasksPage } from '@/contract/search';
import type { ListSnapshot, Section } from '@/contract/snapshot';
import { api } from '@/state/api';

export interface ListTarget {
  readonly isArchived: boolean;
  readonly sections: readonly Section[];
}

export interface MyTasksRequest {
  readonly assigned: boolean;
  /** Only those due before this instant. */
  readonly due?: string;
}

const firstPage = { initialPageParam: null, getNextPageParam: ({ next }: { readonly next?: string }) => next };

/** What is read across lists. Injected, so that it comes with the pages that ask for it and not with the sign-in. */
const across = api.injectEndpoints({
  endpoints: (build) => ({
    search: build.infiniteQuery<FoundPage, string, string | null>({
      infiniteQueryOptions: firstPage,
      query: ({ queryArg, pageParam }) => ({
        path: `/api/search?${new URLSearchParams({ q: queryArg, ...(pageParam ? { after: pageParam } : {}) })}`,
      }),
      keepUnusedDataFor: 30,
    }),
    myTasks: build.infiniteQuery<MyTasksPage, MyTasksRequest, string | null>({
      infiniteQueryOptions: firstPage,
      query: ({ queryArg, pageParam }) => {
        const search = new URLSearchParams({ limit: '50', assigned: String(queryArg.assigned) });
        if (queryArg.due !== undefined) search.set('due', queryArg.due);
        if (pageParam !== null) search.set('after', pageParam);
        return { path: `/api/me/tasks?${search}` };
      },
      providesTags: ['MyTasks'],
    }),
    /** Where in another list a task could go. */
    listTarget: build.query<ListTarget, string>({
      query: (listId) => ({ path: `/api/lists/${listId}` }),
      // The whole list came; only its sections are kept.
      transformResponse: ({ sections, archivedAt }: ListSnapshot) => ({
        sections,
        isArchived: archivedAt !== undefined,
      }),
      keepUnusedDataFor: 0,
    }),
  }),
});

export const { useSearchInfiniteQuery, useMyTasksInfiniteQuery, useListTargetQuery } = across;
