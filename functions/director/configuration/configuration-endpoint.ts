import type { GraphQLSchema } from 'graphql';
import { holderOf, provenIdentity } from '#shared/certificates/authenticate-certificate.ts';
import { type CurrentRevision, entityTagOf, isSameRevision, knownState, shownUnder } from '#shared/configuration/configuration-revision.ts';
import { configurationPaths } from '#shared/configuration/configuration-routes.ts';
import { isUnconcerned } from '#shared/configuration/unconcerned.ts';
import { type Actor, type OwnerKind, requireOwnership } from '#shared/core/actor.ts';
import { AppError, invalidRequest } from '#shared/core/errors.ts';
import type { Report } from '#shared/core/masked-error.ts';
import { defaultPageSize, idPageRequest } from '#shared/core/page.ts';
import { plainRefusal } from '#shared/graphql/plain-refusal.ts';
import { isKnownTag } from '#shared/http/entity-tags.ts';
import { type ApiEvent, type ApiResult, certificateOf, headerOf } from '#shared/lambda/api-event.ts';
import { answerTooLarge, fittingAnswer } from '#shared/lambda/fitting-answer.ts';
import { unlogged } from '#shared/lambda/http-handler.ts';
import { requireOwnTenant } from '#shared/lambda/own-tenant.ts';
import { recordContact } from '#shared/pairing/record-contact.ts';
import { callersOf } from '../authentication.ts';
import type { Context } from '../context.ts';
import type { DirectorDeps } from '../deps.ts';
import { loadersOf } from '../loaders.ts';
import { type ConfigurationPage, configurationQuery } from './configuration-query.ts';
import { configurationDocuments } from './documents.ts';

/** The kind of owner whose configuration a request asks for; undefined for any other request. */
export function configurationKind({ routeKey }: ApiEvent): OwnerKind | undefined {
  return (['runtime', 'application'] as const).find((kind) => routeKey === `GET ${configurationPaths[kind]}`);
}

interface Endpoint {
  readonly schema: GraphQLSchema;
  readonly deps: DirectorDeps;
  readonly report: Report;
}

/**
 * Answers `GET /runtimes/{id}/configuration` and `GET /applications/{id}/configuration` for the owner of a client certificate. A caller with the
 * current state gets 304 from one round trip: the System Auth beside the revision.
 */
export function configurationEndpoint({ schema, deps, report }: Endpoint) {
  const query = configurationQuery(schema);
  return async (kind: OwnerKind, event: ApiEvent): Promise<ApiResult> => {
    try {
      const { actor, contact, revision } = await callerOf(event, deps);
      const id = event.pathParameters?.id ?? '';
      requireOwnership(actor, kind, id);
      requireOwnTenant(actor, event);
      const page = pageOf(event);
      const now = deps.clock();
      const tagOf = (at: CurrentRevision) => entityTagOf(at, representationOf(kind, deps), now);
      const headers = { 'cache-control': 'private, no-cache', 'compass-poll-after': String(deps.pollAfterSeconds) };
      const known = headerOf(event, 'if-none-match');
      const etag = await currentTag({ kind, id, known, etag: tagOf(revision), revision, now, actor, deps });
      if (isKnownTag(etag, known)) {
        const isNoted = await contact();
        const unchanged = { statusCode: 304, headers: { ...headers, etag } };
        return isNoted ? unchanged : unlogged(unchanged);
      }
      const contextAt = (at: CurrentRevision): Context => ({
        actor,
        deps,
        loaders: loadersOf(actor.tenant, deps, at),
        suggestToken: false,
      });
      const [answer] = await Promise.all([
        steady(
          revision,
          () => deps.revisions.current(actor.tenant),
          (at) => query(kind, id, page, contextAt(at)),
        ),
        contact(),
      ]);
      const tagged = answer.revision && { etag: tagOf(answer.revision) };
      const fitting = await fittingAnswer(event, {
        statusCode: 200,
        headers: { ...headers, ...tagged, 'content-type': 'application/json; charset=utf-8' },
        body: answer.content,
      });
      if (!fitting) throw answerTooLarge();
      return fitting;
    } catch (error) {
      return plainRefusal(error, report);
    }
  };
}

interface Asked {
  readonly kind: OwnerKind;
  readonly id: string;
  /** The value of If-None-Match. */
  readonly known: string | undefined;
  /** The tag of all that the tenant has now. */
  readonly etag: string;
  readonly revision: CurrentRevision;
  readonly now: Date;
  readonly actor: Actor;
  readonly deps: DirectorDeps;
}

/**
 * The tag of what the caller would read: that of the tenant, or the one that the caller knows, if nothing since then concerns it. Round trips are
 * made in tenants that changed since then only.
 */
async function currentTag({ kind, id, known, etag, revision, now, actor, deps }: Asked): Promise<string> {
  if (known === undefined || isKnownTag(etag, known)) return etag;
  const state = knownState(known);
  // A part without a generation was written by a release that notes no changes.
  if (revision.generations.size < revision.revision.size) return etag;
  if (state?.shown !== shownUnder(revision.generations, representationOf(kind, deps))) return etag;
  return (await isUnconcerned({ tenant: actor.tenant, kind, id }, state, now, deps)) ? known.trim().replace(/^W\//, '') : etag;
}

/** Everything an answer depends on beside the revision. A deployment that changes it invalidates earlier tags. */
const representationOf = (kind: OwnerKind, { hideSelectors }: DirectorDeps): string =>
  JSON.stringify([configurationDocuments[kind], hideSelectors]);

/** The holder of the certificate, looked up beside the revision of its tenant. */
async function callerOf(event: ApiEvent, deps: DirectorDeps) {
  const pem = certificateOf(event);
  if (!pem) throw new AppError('Unauthorized', 'a client certificate is required');
  const identity = await provenIdentity(pem, deps);
  const [{ actor, auth }, revision] = await Promise.all([
    holderOf(identity, { ...deps, auths: callersOf(deps) }),
    deps.revisions.current(identity.owner.tenant),
  ]);
  await deps.admit(actor.tenant);
  return { actor, revision, contact: () => recordContact(auth, identity.fingerprint, deps) };
}

function pageOf({ queryStringParameters: given = {} }: ApiEvent): ConfigurationPage {
  const { first, after } = given;
  if (first !== undefined && !/^\d{1,6}$/.test(first)) throw invalidRequest('page size must be between 1 and 200');
  const page = idPageRequest(first === undefined ? defaultPageSize : Number(first), after);
  return { first: page.first, after };
}

const maxAttempts = 3;

/** Reads content that was not changed meanwhile, with its revision; without a revision if changes do not stop. */
async function steady<T>(
  before: CurrentRevision,
  revisionNow: () => Promise<CurrentRevision>,
  read: (at: CurrentRevision) => Promise<T>,
  attempt = 1,
): Promise<{ content: T; revision?: CurrentRevision }> {
  const content = await read(before);
  const after = await revisionNow();
  if (isSameRevision(before.revision, after.revision)) return { content, revision: after };
  return attempt < maxAttempts ? steady(after, revisionNow, read, attempt + 1) : { content };
}
