export interface WebhookOwner {
  readonly kind: 'application' | 'runtime';
  readonly id: string;
}

export interface Webhook {
  readonly id: string;
  readonly type: string;
  readonly url: string | null;
  readonly signatureScheme: string;
  readonly status: { readonly condition: string; readonly timestamp: string | null; readonly reason: string | null };
}
