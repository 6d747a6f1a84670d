import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import type { Validity } from './test-certificate-authority.ts';

export interface OfferedBundle {
  readonly id: string;
  readonly apis?: readonly { id: string; name: string; targetURL: string }[];
  readonly events?: readonly { id: string; name: string }[];
  readonly basic?: { username: string; password: string };
  readonly oauth?: { clientId: string; clientSecret: string; url: string };
  readonly additionalHeaders?: Readonly<Record<string, readonly string[]>>;
}

export interface OfferedApplication {
  readonly id: string;
  readonly name: string;
  readonly bundles?: readonly OfferedBundle[];
  /** Answered in place of its contents. */
  readonly error?: string;
}

export interface SeenRequest {
  readonly endpoint: 'token' | 'connector' | 'director';
  readonly method: string;
  /** The GraphQL operation; a conditional read asks for `applicationsForRuntime`, too. */
  readonly operation: string;
  /** Host and port that were asked. */
  readonly host: string;
  readonly headers: IncomingHttpHeaders;
  readonly variables: Record<string, unknown>;
  /** Public key of the client certificate, where one was presented. */
  readonly clientKey: string | undefined;
  readonly certificateEnd: Date | undefined;
  readonly at: Date;
}

interface NamedAddresses {
  readonly directorURL: string;
  readonly certificateSecuredConnectorURL: string;
}

/** Switches of the control plane for a test, while it runs. */
export interface ControlPlaneState {
  readonly runtimeId: string;
  readonly tenant: string;
  readonly authId: string;
  readonly now: () => Date;
  applications: OfferedApplication[];
  pageSize: number;
  labels: Record<string, unknown>;
  /** Validity of certificates that are issued at the given time. */
  validity: (now: Date) => Validity;
  /** Value of the `Compass-Poll-After` header. */
  pollAfter: string | undefined;
  /** Status of every answer to a conditional read, where it is not known here. */
  readsAnswered: number | undefined;
  /** Every connection is cut before the request is read. */
  away: boolean;
  /** Client certificates are refused, as after a revocation. */
  revoked: boolean;
  directorPath: string;
  /** The subject that the Connector names. */
  subject: string | undefined;
  /** The name that certificates are made for, where it is not the one of the CSR. */
  certificateName: string | undefined;
  /** The addresses that the Connector names, where they are not its own. */
  named: NamedAddresses | undefined;
  /** Changes the chain before it is sent. */
  chain: (chain: string) => string;
  /** Returns true if the request never arrives. */
  losesRequest: (request: SeenRequest) => boolean;
  /** Returns true if the answer to a completed request is lost. */
  losesAnswer: (request: SeenRequest) => boolean;
  /** Answers by itself and returns true, or leaves it to the control plane. */
  intercepts: (request: SeenRequest, response: ServerResponse) => boolean;
  /** Changes the body of an answer before it is sent. */
  rewrites: (body: string, request: SeenRequest) => string;
  /** Returns true if the request fails with an internal error. */
  fails: (request: SeenRequest) => boolean;
  /** The message of such an error, if it is not the usual. */
  failure: string | undefined;
}

export function unauthorized(): GraphQLError {
  return new GraphQLError('Failed to authenticate request', { extensions: { error_code: 26, error: 'Unauthorized' } });
}

export function mayCall({ endpoint, clientKey, certificateEnd }: SeenRequest, { revoked, now }: ControlPlaneState): boolean {
  return endpoint !== 'token' && clientKey !== undefined && !revoked && certificateEnd !== undefined && certificateEnd > now();
}
