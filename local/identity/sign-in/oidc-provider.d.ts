import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/** The part of oidc-provider that is used. The published types are of another version, and bring those of Koa and Express along. */
export interface Grant {
  addOIDCScope(scope: string): void;
  addResourceScope(resource: string, scope: string): void;
  getResourceScope(resource: string): string;
  /** Answers the id. */
  save(): Promise<string>;
}

export interface Context {
  body: unknown;
  type: string;
  readonly oidc: {
    readonly route: string;
    readonly session?: { readonly state: { readonly secret: string } };
    readonly client?: { readonly clientId: string; readonly clientName?: string };
    readonly result?: { readonly login?: object };
    readonly entities: { readonly RotatedRefreshToken?: { readonly remainingTTL: number } };
    readonly provider: Provider;
    urlFor(route: string): string;
  };
}

export interface Interaction {
  readonly uid: string;
  readonly params: { readonly client_id?: string; readonly scope?: string };
}

export declare class Provider {
  constructor(issuer: string, configuration: object);
  callback(): RequestListener;
  on(event: 'server_error', listener: (context: Context, error: Error) => void): this;
  interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
  interactionFinished(
    request: IncomingMessage,
    response: ServerResponse,
    result: object,
    options?: { readonly mergeWithLastSubmission?: boolean },
  ): Promise<void>;
  readonly Grant: {
    new (values: { readonly accountId: string; readonly clientId: string }): Grant;
    find(id: string): Promise<Grant | undefined>;
  };
}

interface Policy {
  get(prompt: 'login'): { readonly checks: { add(check: unknown): void } };
}

export declare const interactionPolicy: {
  base(): Policy;
  readonly Check: {
    new (reason: string, description: string, check: (context: Context) => boolean): unknown;
    readonly REQUEST_PROMPT: true;
    readonly NO_NEED_TO_PROMPT: false;
  };
};

export declare const errors: {
  readonly InvalidRequest: new (description: string) => Error;
  readonly InvalidTarget: new () => Error;
};
