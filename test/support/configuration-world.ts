import { X509Certificate } from 'node:crypto';
import { configurationEndpoint, configurationKind } from '#functions/director/configuration/configuration-endpoint.ts';
import type { DirectorDeps } from '#functions/director/deps.ts';
import { resolvers } from '#functions/director/resolvers.ts';
import { schemaTable } from '#functions/director/schema.generated.ts';
import { fingerprintOf, ownerUri } from '#shared/certificates/certificate-identity.ts';
import { configurationPaths } from '#shared/configuration/configuration-routes.ts';
import type { OwnerKind } from '#shared/core/actor.ts';
import { newId } from '#shared/core/ids.ts';
import { executableSchema } from '#shared/graphql/executable-schema.ts';
import { schemaOf } from '#shared/graphql/schema-table.ts';
import type { Owner } from '#shared/pairing/system-auth.ts';
import { anApiEvent } from './api-event.ts';
import { aClientCertificate, aRoot } from './client-certificates.ts';
import type { Data } from './clients.ts';
import { freshKeys, subjectOf } from './csr-builder.ts';
import { directorWorld } from './director-world.ts';
import type { Dynamo } from './engines.ts';

interface Poll {
  readonly certificate?: string;
  readonly knows?: string;
  readonly headers?: Record<string, string>;
  readonly query?: Record<string, string>;
  /** Milliseconds from now. */
  readonly later?: number;
}

export interface PollAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly etag: string;
  readonly text: string;
  readonly json: Data;
}

/** Long enough for what was changed to have settled. */
export const settled = 10_000;

/** The Director with the polls of configurations, on a real table, for holders of real certificates. */
export async function configurationWorld(dynamo: Pick<Dynamo, 'table'>, replaced: Partial<DirectorDeps> = {}) {
  const [root, keys] = [await aRoot(), await freshKeys('P-256')];
  const world = directorWorld(dynamo, { anchors: { certificates: async () => [root.anchor] }, ...replaced });
  const reported: Error[] = [];
  const serveBy = (deps: DirectorDeps) =>
    configurationEndpoint({
      schema: executableSchema(schemaOf(schemaTable), resolvers),
      deps,
      report: (_, { error }) => reported.push(error),
    });

  const poll = async (
    kind: OwnerKind,
    id: string,
    { certificate, knows, headers, query, later = 0 }: Poll,
    given?: Partial<DirectorDeps>,
  ): Promise<PollAnswer> => {
    const event = anApiEvent({
      route: `GET ${configurationPaths[kind]}`,
      parameters: { id },
      certificate,
      query,
      headers: { ...(knows && { 'If-None-Match': knows }), ...headers },
    });
    const answer = await serveBy({ ...world.deps, clock: () => new Date(Date.now() + later), ...given })(
      configurationKind(event) ?? kind,
      event,
    );
    const sent = (answer.headers ?? {}) as Record<string, string>;
    const text = answer.body ?? '';
    return { status: answer.statusCode ?? 0, headers: sent, etag: sent.etag ?? '', text, json: text ? JSON.parse(text) : {} };
  };

  /** A certificate of an Application or Runtime that has gone through its pairing. */
  const pair = async (owner: Owner): Promise<{ certificate: string; authId: string }> => {
    const authId = newId();
    const certificate = await aClientCertificate(root, { name: subjectOf(authId), keys, uris: [ownerUri(owner)] });
    const parsed = new X509Certificate(certificate);
    await world.deps.auths.insert({
      id: authId,
      owner,
      version: 1,
      createdAt: new Date().toISOString(),
      certificate: {
        generation: 1,
        fingerprint: fingerprintOf(parsed),
        serialNumber: parsed.serialNumber,
        issuer: 'ca',
        notBefore: parsed.validFromDate.toISOString(),
        notAfter: parsed.validToDate.toISOString(),
        csrDigest: 'none',
        pem: certificate,
      },
      retired: {},
      revoked: {},
      suspected: {},
      connected: false,
      changedBy: 'user/alice',
    });
    return { certificate, authId };
  };

  return { ...world, poll, pair, reported };
}

export type ConfigurationWorld = Awaited<ReturnType<typeof configurationWorld>>;
