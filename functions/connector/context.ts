import type { CertificateHolder } from '#shared/certificates/authenticate-certificate.ts';
import type { UserActor } from '#shared/core/actor.ts';
import type { OneTimeToken } from '#shared/pairing/one-time-token.ts';
import type { ConnectorDeps } from './deps.ts';

/** The caller; each way of proving an identity is resolved only when an operation asks for it. */
export interface Context {
  readonly deps: ConnectorDeps;
  /** The token of header `Connector-Token` or query parameter `token`; well-formed, not yet known to be valid. */
  readonly token: () => OneTimeToken | undefined;
  readonly holder: () => Promise<CertificateHolder | undefined>;
  readonly user: () => Promise<UserActor | undefined>;
  readonly idempotencyKey: string | undefined;
}
