import type { SavedView } from '@/contract/rest';
import { api } from '@/state/api';

/** Injected, so that it comes with the sheet that shows them. */
const views = api.injectEndpoints({
  endpoints: (build) => ({
    savedViews: build.query<SavedView[], void>({ query: () => ({ path: '/api/me/views' }), providesTags: ['Views'] }),
    saveView: build.mutation<SavedView, SavedView>({
      query: ({ viewId, ...body }) => ({ method: 'PUT', path: `/api/me/views/${viewId}`, body }),
      invalidatesTags: ['Views'],
    }),
    removeView: build.mutation<null, string>({
      query: (viewId) => ({ method: 'DELETE', path: `/api/me/views/${viewId}` }),
      invalidatesTags: ['Views'],
    }),
  }),
});

export const { useSavedViewsQuery, useSaveViewMutation, useRemoveViewMutation } = views;
