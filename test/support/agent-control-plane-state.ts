import type { IncomingHttpHeaders } from 'node:http';
import { GraphQLError } from 'graphql';
import type { Validity } from './test-certificate-authority.ts';

export interface OfferedBundle {
  readonly id: string;
  readonly apis?: readonly { id: string; name: string; targetURL: string }[];
  readonly events?: readonly { id: string; name: string }[];
  readonly basic?: { username: string; password: string };
}

export interface OfferedApplication {
  readonly id: string;
  readonly name: string;
  readonly bundles?: readonly OfferedBundle[];
}

export interface SeenRequest {
  readonly endpoint: 'token' | 'connector' | 'director';
  readonly operation: string;
  readonly headers: IncomingHttpHeaders;
  readonly variables: Record<string, unknown>;
  /** Public key of the client certificate, where one was presented. */
  readonly clientKey: string | undefined;
}

/** What a test may turn while the control plane runs. */
export interface ControlPlaneState {
  readonly runtimeId: string;
  readonly tenant: string;
  readonly authId: string;
  applications: OfferedApplication[];
  pageSize: number;
  labels: Record<string, unknown>;
  validity: Validity;
  /** Value of the `Compass-Poll-After` header. */
  pollAfter: string | undefined;
  /** Every connection is cut before the request is read. */
  away: boolean;
  /** Client certificates are refused, as after a revocation. */
  revoked: boolean;
  directorPath: string;
  /** Whether the answer to a request that was carried out is lost on the way. */
  losesAnswer: (request: SeenRequest) => boolean;
  /** Whether a request fails with an internal error. */
  fails: (request: SeenRequest) => boolean;
}

export function unauthorized(): GraphQLError {
  return new GraphQLError('Failed to authenticate request', { extensions: { error_code: 26, error: 'Unauthorized' } });
}

export function mayCall({ endpoint, clientKey }: SeenRequest, { revoked }: ControlPlaneState): boolean {
  return endpoint !== 'token' && clientKey !== undefined && !revoked;
}
