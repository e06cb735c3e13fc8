import type { ApiScope, ApiToken, CreatedToken, CreatedWebhook, Webhook } from '@/contract/automation';
import { api } from '@/state/api';

export interface NewToken {
  readonly name: string;
  readonly scope: ApiScope;
  readonly expiresAt: string;
}

export interface NewWebhook {
  readonly listId: string;
  readonly url: string;
  readonly events: readonly string[];
}

/** What scripts and other programs use. Injected, so that it comes with the screens that ask for it. */
const automation = api.enhanceEndpoints({ addTagTypes: ['Tokens', 'Webhooks'] }).injectEndpoints({
  endpoints: (build) => ({
    tokens: build.query<ApiToken[], void>({ query: () => ({ path: '/api/tokens' }), providesTags: ['Tokens'] }),
    createToken: build.mutation<CreatedToken, NewToken>({
      query: (body) => ({ method: 'POST', path: '/api/tokens', body }),
      invalidatesTags: ['Tokens'],
    }),
    revokeToken: build.mutation<null, string>({
      query: (tokenId) => ({ method: 'DELETE', path: `/api/tokens/${tokenId}` }),
      invalidatesTags: ['Tokens'],
    }),
    webhooks: build.query<Webhook[], string>({
      query: (listId) => ({ path: `/api/webhooks?listId=${listId}` }),
      providesTags: ['Webhooks'],
    }),
    createWebhook: build.mutation<CreatedWebhook, NewWebhook>({
      query: (body) => ({ method: 'POST', path: '/api/webhooks', body }),
      invalidatesTags: ['Webhooks'],
    }),
    pauseWebhook: build.mutation<Webhook, { readonly webhookId: string; readonly paused: boolean }>({
      query: ({ webhookId, paused }) => ({ method: 'PATCH', path: `/api/webhooks/${webhookId}`, body: { paused } }),
      invalidatesTags: ['Webhooks'],
    }),
    deleteWebhook: build.mutation<null, string>({
      query: (webhookId) => ({ method: 'DELETE', path: `/api/webhooks/${webhookId}` }),
      invalidatesTags: ['Webhooks'],
    }),
  }),
});

export const {
  useTokensQuery,
  useCreateTokenMutation,
  useRevokeTokenMutation,
  useWebhooksQuery,
  useCreateWebhookMutation,
  usePauseWebhookMutation,
  useDeleteWebhookMutation,
} = automation;
