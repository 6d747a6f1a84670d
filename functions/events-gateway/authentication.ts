import type { Sender } from '#shared/application-events/send-events.ts';
import type { Clock } from '#shared/core/clock.ts';
import { AppError } from '#shared/core/errors.ts';
import { type ApiEvent, certificateOf, headerOf } from '#shared/lambda/api-event.ts';
import { bearerVerification } from '#shared/lambda/bearer-token.ts';
import { controlPlane } from './control-plane.ts';
import { standingMemory } from './standing-memory.ts';

interface Options {
  /** The tenant of the Runtime. */
  readonly tenant: string;
  readonly controlPlaneUrl: string;
  /** Empty: no token is taken. */
  readonly issuer: string;
  readonly clock: Clock;
}

/**
 * Authenticates an Application by the client certificate of the TLS handshake, or by the access token of its OAuth client, and asks the control plane whether the
 * credential still counts. A token is verified here as well, for every request. Throws Unauthorized, CertificateInvalid, EventSenderRefused,
 * ControlPlaneUnavailable, IdentityProviderUnavailable.
 */
export function senderAuthentication({ tenant, controlPlaneUrl, issuer, clock }: Options) {
  const { holderOfCertificate, holderOfToken } = controlPlane({ controlPlaneUrl, tenant });
  const standing = standingMemory(clock);
  const verified = issuer === '' ? async () => undefined : bearerVerification(issuer, clock);
  return async (event: ApiEvent): Promise<Sender> => {
    const pem = certificateOf(event);
    if (pem) return standing(pem, () => holderOfCertificate(pem));
    const claims = await verified(event);
    if (!claims) throw new AppError('Unauthorized', 'a client certificate or an access token of an OAuth client is required');
    if (typeof claims.client_id !== 'string') throw new AppError('Unauthorized', 'the bearer token is not an access token of a client');
    const authorization = headerOf(event, 'authorization') ?? '';
    return standing(authorization, () => holderOfToken(authorization));
  };
}
