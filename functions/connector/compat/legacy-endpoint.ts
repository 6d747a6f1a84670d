import { contextOf, notAuthenticated, requireHolder } from '#functions/connector/authentication.ts';
import type { Context } from '#functions/connector/context.ts';
import type { ConnectorDeps } from '#functions/connector/deps.ts';
import type { CertificateHolder } from '#shared/certificates/authenticate-certificate.ts';
import { exchangeCertificate } from '#shared/certificates/exchange-certificate.ts';
import { renewCertificate } from '#shared/certificates/renew-certificate.ts';
import { revokeCertificate } from '#shared/certificates/revoke-certificate.ts';
import type { Report } from '#shared/core/masked-error.ts';
import { answerOf, refusal } from '#shared/graphql/compat/legacy-answer.ts';
import type { ApiEvent, ApiResult } from '#shared/lambda/api-event.ts';
import { legacyPaths } from '#shared/pairing/compat/legacy-paths.ts';
import { nextToken } from '#shared/pairing/next-token.ts';
import { recordContact } from '#shared/pairing/record-contact.ts';
import { addressesOf } from './application-addresses.ts';
import { csrOfRequest } from './csr-of-request.ts';
import { certificateAnswer, managementInfo, signingRequestInfo } from './legacy-answers.ts';
import { statusOperations } from './status-operations.ts';

type Operation = (context: Context, event: ApiEvent) => Promise<ApiResult>;

/**
 * Serves the pairing part of the original's Connectivity Adapter, for Applications only, over the use cases that GraphQL has too, and tells monitors
 * how the system is. `serve` gets all other requests.
 */
export function legacyEndpoint(deps: ConnectorDeps, report: Report, serve: (event: ApiEvent) => Promise<ApiResult>) {
  const status = statusOperations(deps);
  return async (event: ApiEvent): Promise<ApiResult> => {
    const operation = operations[event.routeKey] ?? status[event.routeKey];
    if (!operation) return serve(event);
    try {
      return await operation(contextOf(event, deps), event);
    } catch (error) {
      return refusal(error, report);
    }
  };
}

const operations: Readonly<Record<string, Operation>> = {
  [`GET ${legacyPaths.signingRequestInfo}`]: async (context) => {
    const { deps, idempotencyKey } = context;
    const token = tokenOfApplication(context);
    const next = await nextToken(token, idempotencyKey, deps);
    return answerOf(200, signingRequestInfo(next, token.authId, await addressesOf(token.owner, deps), deps));
  },

  [`POST ${legacyPaths.certificates}`]: async (context, event) => {
    const token = tokenOfApplication(context);
    return certificateAnswer(await exchangeCertificate(token, csrOfRequest(event), context.deps));
  },

  [`GET ${legacyPaths.managementInfo}`]: async (context) => {
    const { deps } = context;
    const { auth, identity } = await application(context);
    const [addresses] = await Promise.all([addressesOf(identity.owner, deps), recordContact(auth, identity.fingerprint, deps)]);
    return answerOf(200, managementInfo(auth.id, addresses, deps));
  },

  [`POST ${legacyPaths.renewals}`]: async (context, event) => {
    const holder = await application(context);
    return certificateAnswer(await renewCertificate(holder, csrOfRequest(event), context.deps));
  },

  [`POST ${legacyPaths.revocations}`]: async (context) => {
    await revokeCertificate(await application(context), context.deps);
    return answerOf(201);
  },
};

/** Refuses the token of a Runtime without spending it. */
function tokenOfApplication(context: Context) {
  const token = context.token();
  if (token?.owner.kind !== 'application') throw notAuthenticated('a one-time token of an Application is required');
  return token;
}

async function application(context: Context): Promise<CertificateHolder> {
  const holder = await requireHolder(context);
  if (holder.identity.owner.kind !== 'application') throw notAuthenticated('a client certificate of an Application is required');
  return holder;
}
