import { authenticateCertificate, type CertificateHolder } from '#shared/certificates/authenticate-certificate.ts';
import type { UserActor } from '#shared/core/actor.ts';
import { AppError } from '#shared/core/errors.ts';
import { mayReadSchema } from '#shared/graphql/introspection.ts';
import { type ApiEvent, headerOf } from '#shared/lambda/api-event.ts';
import { tokenInvalid } from '#shared/pairing/next-token.ts';
import { type OneTimeToken, parseToken } from '#shared/pairing/one-time-token.ts';
import type { Context } from './context.ts';
import type { ConnectorDeps } from './deps.ts';

/** Collects the proofs of identity of a request. Each is checked only if an operation requires it. */
export function contextOf(event: ApiEvent, deps: ConnectorDeps): Context {
  const pem = event.requestContext.authentication?.clientCert?.clientCertPem;
  return {
    deps,
    token: () => presentedToken(event),
    holder: async () => {
      const holder = pem ? await authenticateCertificate(pem, deps) : undefined;
      if (holder) await deps.admit(holder.actor.tenant);
      return holder;
    },
    user: async () => {
      const user = await deps.authenticateUser(event);
      if (user) await deps.admit(user.tenant);
      return user;
    },
    idempotencyKey: headerOf(event, 'idempotency-key') || undefined,
  };
}

/** A client certificate wins over a token: renewals carry no token. */
export async function tokenOrHolder({ token, holder }: Context): Promise<{ token: OneTimeToken } | { holder: CertificateHolder }> {
  const certificate = await holder();
  if (certificate) return { holder: certificate };
  const presented = token();
  if (!presented) throw notAuthenticated('neither a one-time token nor a client certificate was presented');
  return { token: presented };
}

export async function requireHolder({ holder }: Context): Promise<CertificateHolder> {
  const certificate = await holder();
  if (!certificate) throw notAuthenticated('a client certificate is required');
  return certificate;
}

export async function requireUser({ user }: Context): Promise<UserActor> {
  const actor = await user();
  if (!actor) throw notAuthenticated("an administrator's bearer token is required");
  return actor;
}

export const mayIntrospect = async ({ user }: Context): Promise<boolean> => mayReadSchema(await user());

export const notAuthenticated = (why: string) => new AppError('Unauthorized', `Failed to authenticate request. ${why}`);

function presentedToken(event: ApiEvent): OneTimeToken | undefined {
  const text = headerOf(event, 'connector-token') ?? event.queryStringParameters?.token;
  if (!text) return undefined;
  const token = parseToken(text);
  if (!token) throw tokenInvalid();
  return token;
}
