export type ApiScope = 'read' | 'write';

export interface ApiToken {
  readonly tokenId: string;
  readonly name: string;
  readonly scope: ApiScope;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly lastUsedAt?: string;
}

/** The text is shown once; the server keeps only its hash. */
export interface CreatedToken extends ApiToken {
  readonly token: string;
}

export interface Webhook {
  readonly webhookId: string;
  readonly listId: string;
  readonly url: string;
  /** Empty: all. */
  readonly events: readonly string[];
  readonly version: number;
  readonly failures: number;
  readonly deliveredAt?: string;
  readonly lastError?: string;
  readonly nextTryAt?: string;
  readonly pausedAt?: string;
  readonly pausedReason?: string;
}

export interface CreatedWebhook {
  readonly webhookId: string;
  readonly secret: string;
}
