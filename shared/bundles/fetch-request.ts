import type { TenantId } from '../core/tenant-id.ts';

export const fetchModes = ['SINGLE', 'BUNDLE', 'INDEX'] as const;

export interface FetchStatus {
  readonly condition: 'INITIAL' | 'SUCCEEDED' | 'FAILED';
  readonly message?: string;
  readonly timestamp: string;
}

/** A request to fetch a text from a URL, and its status. */
export interface FetchRequest {
  /** Changes with each request to fetch. Results of an earlier id are ignored. */
  readonly id: string;
  readonly url: string;
  readonly mode: (typeof fetchModes)[number];
  readonly filter?: string;
  /** Sealed JSON of the credentials. */
  readonly auth?: string;
  readonly status: FetchStatus;
}

/** Sealing context of a fetch request's credentials. */
export const fetchRequestSealingContext = ({ tenant, id }: { tenant: TenantId; id: string }): string => `${tenant}/fetch-request/${id}`;

/** Reason why a request can never be fetched. The original answers the same requests with a failure as well. */
function unsupported({ mode, filter }: Pick<FetchRequest, 'mode' | 'filter'>): string | undefined {
  if (mode !== 'SINGLE') return `fetching in mode ${mode} is not supported`;
  return filter === undefined ? undefined : 'fetching with a filter is not supported';
}

/** The initial request, before the first attempt with this id. */
export function requested(request: Omit<FetchRequest, 'id' | 'status'>, id: string, now: Date): FetchRequest {
  const refusal = unsupported(request);
  return { ...request, id, status: refusal ? failure(refusal, now) : { condition: 'INITIAL', timestamp: now.toISOString() } };
}

export const success = (now: Date): FetchStatus => ({ condition: 'SUCCEEDED', timestamp: now.toISOString() });

export const failure = (message: string, now: Date): FetchStatus => ({ condition: 'FAILED', message, timestamp: now.toISOString() });
