import { type BaseQueryFn, createApi } from '@reduxjs/toolkit/query/react';
import type { ChangesAnswer } from '@/contract/hub';
import type {
  AcceptedInvite,
  CreatedInvite,
  CreatedList,
  DeletedList,
  HistoryPage,
  ImportedList,
  InboxItem,
  Invite,
  MyList,
  Person,
  Problem,
} from '@/contract/rest';
import type { ListSnapshot, Role } from '@/contract/snapshot';
import { minute } from '@/lib/time';
import { uuidv7 } from '@/lib/uuidv7';
import type { HttpRequest } from '@/state/http';
import type { Services } from '@/state/services';

export interface NewList {
  readonly listId?: string;
  readonly name: string;
  readonly template?: 'kanban';
}

export interface NewInvite {
  readonly listId: string;
  readonly role: Role;
  readonly email?: string;
  readonly expiresAt?: string;
  readonly maxUses?: number;
}

const baseQuery: BaseQueryFn<HttpRequest, unknown, Problem> = async (request, { extra }) => {
  const answer = await (extra as Services).http.send(request);
  // RTK Query has no word for "no content"; null is its nearest.
  return answer.ok ? { data: answer.value ?? null } : { error: answer.refusal };
};

/** The cold parts: what is not the live board is asked for, kept, and asked again when the server says so. */
export const api = createApi({
  reducerPath: 'api',
  baseQuery,
  tagTypes: ['MyLists', 'Inbox', 'People', 'Invites', 'History', 'MyTasks', 'Views'],
  endpoints: (build) => ({
    myLists: build.query<MyList[], void>({ query: () => ({ path: '/api/me/lists' }), providesTags: ['MyLists'] }),
    deletedLists: build.query<DeletedList[], void>({
      query: () => ({ path: '/api/me/lists?deleted=true' }),
      // A server of an earlier release answers with the living ones.
      transformResponse: (lists: DeletedList[]) => lists.filter((list) => list.deletedAt !== undefined),
      providesTags: ['MyLists'],
    }),
    restoreList: build.mutation<unknown, string>({
      query: (listId) => ({
        method: 'POST',
        path: `/api/lists/${listId}/commands`,
        body: { type: 'restoreList', commandId: uuidv7() },
      }),
      invalidatesTags: ['MyLists'],
    }),
    /** The list as it was at a version. */
    past: build.query<
      { readonly snapshot: ListSnapshot; readonly at: string | undefined },
      { readonly listId: string; readonly version: number }
    >({
      queryFn: async ({ listId, version }, _, __, ask) => {
        const [snapshot, changes] = await Promise.all([
          ask({ path: `/api/lists/${listId}?at=${version}` }),
          ask({ path: `/api/lists/${listId}/changes?after=${version - 1}&limit=1` }),
        ]);
        if (snapshot.error) return { error: snapshot.error };
        const at = (changes.data as ChangesAnswer | undefined)?.changes[0]?.at;
        return { data: { snapshot: snapshot.data as ListSnapshot, at } };
      },
    }),
    inbox: build.query<InboxItem[], void>({ query: () => ({ path: '/api/me/inbox' }), providesTags: ['Inbox'] }),
    markInboxRead: build.mutation<null, { upTo?: string }>({
      query: (body) => ({ method: 'POST', path: '/api/me/inbox/read', body }),
      invalidatesTags: ['Inbox'],
    }),
    people: build.query<Person[], string>({
      query: (listId) => ({ path: `/api/lists/${listId}/people` }),
      providesTags: (_, __, listId) => [{ type: 'People', id: listId }],
    }),
    /** The whole list's past, or that of one task; the next page starts where the last one ended. */
    history: build.infiniteQuery<HistoryPage, { readonly listId: string; readonly taskId?: string }, number | null>({
      infiniteQueryOptions: {
        initialPageParam: null,
        getNextPageParam: (last) => last.nextBefore,
      },
      query: ({ queryArg: { listId, taskId }, pageParam }) => {
        const search = new URLSearchParams({ limit: '50' });
        if (taskId !== undefined) search.set('taskId', taskId);
        if (pageParam !== null) search.set('before', String(pageParam));
        return { path: `/api/lists/${listId}/history?${search}` };
      },
      providesTags: (_, __, { listId }) => [{ type: 'History', id: listId }],
      // Somebody who comes back wants to see what has happened since.
      keepUnusedDataFor: 0,
    }),
    createList: build.mutation<CreatedList, NewList>({
      query: (body) => ({ method: 'POST', path: '/api/lists', body }),
      invalidatesTags: ['MyLists'],
    }),
    importBoard: build.mutation<ImportedList, File>({
      query: (file) => ({ method: 'POST', path: '/api/lists/import', body: file, timeoutMs: 2 * minute }),
      invalidatesTags: ['MyLists'],
    }),
    invites: build.query<Invite[], string>({
      query: (listId) => ({ path: `/api/lists/${listId}/invites` }),
      providesTags: (_, __, listId) => [{ type: 'Invites', id: listId }],
    }),
    createInvite: build.mutation<CreatedInvite, NewInvite>({
      query: ({ listId, ...body }) => ({ method: 'POST', path: `/api/lists/${listId}/invites`, body }),
      invalidatesTags: (_, __, { listId }) => [{ type: 'Invites', id: listId }],
    }),
    deleteInvite: build.mutation<null, { listId: string; inviteId: string }>({
      query: ({ listId, inviteId }) => ({ method: 'DELETE', path: `/api/lists/${listId}/invites/${inviteId}` }),
      invalidatesTags: (_, __, { listId }) => [{ type: 'Invites', id: listId }],
    }),
    acceptInvite: build.mutation<AcceptedInvite, string>({
      query: (token) => ({ method: 'POST', path: `/api/invites/${encodeURIComponent(token)}/accept` }),
      invalidatesTags: ['MyLists'],
    }),
  }),
});

export const {
  useMyListsQuery,
  useDeletedListsQuery,
  useRestoreListMutation,
  usePastQuery,
  useInboxQuery,
  useMarkInboxReadMutation,
  usePeopleQuery,
  useHistoryInfiniteQuery,
  useCreateListMutation,
  useImportBoardMutation,
  useInvitesQuery,
  useCreateInviteMutation,
  useDeleteInviteMutation,
  useAcceptInviteMutation,
} = api;
