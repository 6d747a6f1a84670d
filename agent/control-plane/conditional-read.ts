import { AgentError } from '../agent-error.ts';
import type { Connection } from '../state/connection.ts';
import { type ConfigurationPage, configurationPageSchema, type FetchedApplication } from './application.ts';
import type { ControlPlaneClient, ReadResult } from './control-plane-client.ts';
import { allOf } from './paging.ts';

/** Complete: the Applications of every page, all of one revision. */
export interface FetchedConfiguration {
  readonly kind: 'read';
  readonly labels: Readonly<Record<string, unknown>>;
  readonly applications: FetchedApplication[];
  readonly etag: string | undefined;
  readonly pollAfterSeconds: number | undefined;
}
export type ConditionalAnswer = FetchedConfiguration | Exclude<ReadResult<never>, { kind: 'read' }>;

const maxAttempts = 3;

/** Reads the Runtime's configuration over HTTP if it is another one than `etag`; from the beginning again when it changes between two pages. */
export async function readConfiguration(
  client: ControlPlaneClient,
  connection: Connection,
  etag: string | undefined,
): Promise<ConditionalAnswer> {
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    try {
      return await readOnce(client, connection, etag);
    } catch (error) {
      if (!(error instanceof RevisionChanged)) throw error;
    }
  }
  throw new AgentError('unavailable', 'the configuration kept changing while it was read');
}

async function readOnce(
  client: ControlPlaneClient,
  { directorUrl, runtimeId, tenant }: Connection,
  etag: string | undefined,
): Promise<ConditionalAnswer> {
  const url = new URL(`/runtimes/${encodeURIComponent(runtimeId)}/configuration`, directorUrl);
  const read = (target: URL, condition: Record<string, string>) =>
    client.read({ url: target.href, headers: { Tenant: tenant, ...condition }, schema: configurationPageSchema });

  const first = await read(url, etag === undefined ? {} : { 'If-None-Match': etag });
  if (first.kind !== 'read') return first;
  const applications = await allOf(pageOf(first.data), async (after) => {
    const next = new URL(url);
    next.searchParams.set('after', after);
    const page = await read(next, {});
    if (page.kind !== 'read' || page.etag !== first.etag) throw new RevisionChanged();
    return pageOf(page.data);
  });
  return { ...first, labels: labelsOf(first.data, runtimeId), applications };
}

/** Error for two pages of different revisions. Internal to this file. */
class RevisionChanged extends Error {}

export function pageOf({ applicationsForRuntime }: ConfigurationPage): NonNullable<ConfigurationPage['applicationsForRuntime']> {
  if (!applicationsForRuntime) throw new AgentError('invalid-answer', 'the Director answered without applicationsForRuntime');
  return applicationsForRuntime;
}

export function labelsOf({ runtime }: ConfigurationPage, runtimeId: string): Readonly<Record<string, unknown>> {
  if (!runtime) throw new AgentError('refused', `the Director knows no Runtime ${runtimeId} that is ours`);
  return runtime.labels ?? {};
}
