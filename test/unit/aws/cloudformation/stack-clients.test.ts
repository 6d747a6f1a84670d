import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { stackClients } from '#shared/aws/cloudformation/stack-clients.ts';
import { later, seconds } from '#shared/core/clock.ts';
import { tenantId } from '#shared/core/tenant-id.ts';

const sts = mockClient(STSClient);
const signal = new AbortController().signal;
const start = new Date('2030-01-01T00:00:00.000Z');
let now: Date;
let clientsOf: ReturnType<typeof stackClients>;

beforeEach(() => {
  now = start;
  clientsOf = stackClients(() => now);
  sts.reset();
  sts.on(AssumeRoleCommand).callsFake(({ RoleArn, ExternalId }) => ({
    Credentials: { AccessKeyId: `${RoleArn} ${ExternalId}`, SecretAccessKey: 's', SessionToken: 't', Expiration: later(now, seconds(900)) },
  }));
});

const [one, two] = [tenantId('tenant-1'), tenantId('tenant-2')];
const own = { account: '111122223333', region: 'eu-central-1', hostedZones: [], roleArn: undefined };
const foreign = { account: '222233334444', region: 'eu-west-1', hostedZones: [], roleArn: 'arn:aws:iam::222233334444:role/Deployer' };
const sessions = () => sts.commandCalls(AssumeRoleCommand).map(({ args }) => args[0].input);

describe('the clients of a target', () => {
  it('in the account of the control plane act by the role of the function, and are made once', async () => {
    const clients = await clientsOf(one, own, signal);
    expect(await clientsOf(two, own, signal)).toBe(clients);
    expect(await clients.cloudFormation.config.region()).toBe('eu-central-1');
    expect(sessions()).toEqual([]);
  });

  it('in another account act by a short session with the tenant as external id', async () => {
    const { cloudFormation, parameters, functions } = await clientsOf(one, foreign, signal);
    expect(sessions()).toEqual([
      { RoleArn: foreign.roleArn, RoleSessionName: 'compass-tenant-1', ExternalId: 'tenant-1', DurationSeconds: 900 },
    ]);
    for (const { config } of [cloudFormation, parameters, functions]) {
      expect(await config.region()).toBe('eu-west-1');
      expect(await config.credentials()).toMatchObject({ accessKeyId: `${foreign.roleArn} tenant-1`, sessionToken: 't' });
    }
  });

  it('share a session until shortly before its end', async () => {
    const first = await clientsOf(one, foreign, signal);
    now = later(start, seconds(779));
    expect(await clientsOf(one, foreign, signal)).toBe(first);
    now = later(start, seconds(780));
    expect(await clientsOf(one, foreign, signal)).not.toBe(first);
    expect(sessions()).toHaveLength(2);
  });

  it('of another tenant, role or Region have a session of their own', async () => {
    const others = [foreign, { ...foreign, region: 'us-east-1' }, { ...foreign, roleArn: 'arn:aws:iam::222233334444:role/Other' }];
    const all = [await clientsOf(two, foreign, signal)];
    for (const target of others) all.push(await clientsOf(one, target, signal));
    expect(new Set(all).size).toBe(4);
    expect(sessions().map(({ ExternalId }) => ExternalId)).toEqual(['tenant-2', 'tenant-1', 'tenant-1', 'tenant-1']);
  });

  it('are asked for again after an answer without a session', async () => {
    sts.on(AssumeRoleCommand).resolves({});
    await expect(clientsOf(one, foreign, signal)).rejects.toMatchObject({ code: 'DriverUnavailable' });
  });

  it('name a session of a long tenant in 64 characters', async () => {
    await clientsOf(tenantId('t'.repeat(128)), foreign, signal);
    expect(sessions()[0]?.RoleSessionName).toHaveLength(64);
  });

  it('give up a request after two tries of eight seconds', async () => {
    const { cloudFormation } = await clientsOf(one, own, signal);
    expect(await cloudFormation.config.maxAttempts()).toBe(2);
  });
});
