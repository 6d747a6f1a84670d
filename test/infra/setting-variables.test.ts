import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { keysOf } from '#infra/constructs/service-function.ts';
import { variablesOf } from '#infra/setting-variables.ts';
import { deploymentUnderTest } from './deployment-under-test.ts';

const root = join(import.meta.dirname, '../..');
const subject = { country: 'FR', organization: 'Other', organizationalUnit: 'Unit', locality: 'Paris', province: 'Seine' };
const settings = {
  oidcIssuer: 'https://login.example.com',
  oidcAudience: 'compass',
  groupsClaim: 'groups',
  pollAfterSeconds: 30,
  tenantRequestsPerSecond: 40,
  applicationTokenSeconds: 60,
  runtimeTokenSeconds: 90,
  csrSubject: subject,
  allowSha1Csr: false,
  webhookRetrySeconds: [1, 2, 3],
  fetchRetrySeconds: [4, 5],
  healthCheckConcurrency: 7,
  livenessConcurrency: 8,
};
/** Variables with a default that no setting changes. */
const fixed: Readonly<Record<string, string>> = {
  ACM_PCA_SIGNING_ALGORITHM: 'follows certificateAuthoritySigningAlgorithm',
  ALLOW_LOOPBACK_TARGETS: 'is for one machine only',
  APPLICATION_CERTIFICATE_SECONDS: 'follows applicationCertificateDays',
  APPLICATION_HIDE_SELECTORS: 'follows applicationHideSelectors',
  CONSOLE_CLIENT_ID: 'follows console',
  DIRECT_CALLS: 'follows firewall',
  DISTRUSTED_CERTIFICATES: 'follows distrustedCertificates',
  HEALTH_CHECK_SECONDS: 'follows healthCheckSeconds',
  LAMBDA_TASK_ROOT: 'is named by Lambda',
  MTLS_URL: 'follows domainName',
  ORIGIN_SECRET: 'follows firewall',
  PROCESS_HOST_URL: 'is for one machine only',
  QUOTAS: 'follows quotas',
  RESOURCE_SERVER: 'is the name of the resource server in the user pool',
  RUNTIME_CERTIFICATE_SECONDS: 'follows runtimeCertificateDays',
  RUNTIME_DRIVERS: 'follows the construct of the drivers',
  RUNTIME_STACKS: 'is what the driver of stacks needs',
  RUNTIME_TARGETS: 'follows runtimeTargets',
};

const environments = await Promise.all(
  readdirSync(join(root, 'functions')).map(async (name) => Object.values(await import(join(root, 'functions', name, 'env.ts')))),
);
const schemas = environments
  .flat()
  .flatMap((exported) => (exported instanceof z.ZodType ? [exported] : typeof exported === 'object' ? Object.values(exported ?? {}) : []));

/** The variables that may be missing. */
const optionalIn = (schema: z.core.$ZodType): string[] => {
  if (schema instanceof z.ZodDiscriminatedUnion) return schema.options.flatMap(optionalIn);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([name, shape]) => (z.safeParse(shape, undefined).success ? [name] : []));
};

describe('variables of functions', () => {
  const variables = variablesOf(settings);

  it('that may be missing are each a setting, or are fixed for a reason', () => {
    const optional = [...new Set(schemas.flatMap(optionalIn))].sort();
    expect(optional).toEqual([...Object.keys(variables), ...Object.keys(fixed)].sort());
  });

  it('are the same in every function that reads them', () => {
    const functions = deploymentUnderTest({ stage: 'test', ...settings }).ofType('AWS::Lambda::Function');
    const bySchema = new Map(
      functions.map(({ template, properties }) => [String(template.Metadata?.['compass:entry']), properties.Environment?.Variables]),
    );
    for (const [name, value] of Object.entries(variables)) {
      const readers = [...bySchema].filter(([, found]) => found && name in found);
      expect(readers.length, name).toBeGreaterThan(0);
      for (const [entry, found] of readers) expect(found[name], `${name} in ${entry}`).toBe(value);
    }
    for (const name of ['director', 'connector', 'provisioner', 'liveness-watcher']) {
      expect(bySchema.get(`functions/${name}/handler.ts`)).toHaveProperty('POLL_AFTER_SECONDS', '30');
    }
  });

  it('are known of every kind of function', () => {
    for (const schema of schemas) expect(keysOf(schema as z.core.$ZodType)).not.toContain('');
  });

  it('let the queue of fetches hand a message over more often than there are pauses', () => {
    const queues = deploymentUnderTest({ stage: 'test', ...settings }).ofType('AWS::SQS::Queue');
    const receptions = (name: string) =>
      queues.find(({ properties }) => properties.QueueName === `compass-test-${name}`)?.properties.RedrivePolicy;
    expect(receptions('spec-fetches').maxReceiveCount).toBe(6);
  });
});
