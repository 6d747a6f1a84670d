import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { days, later } from '#shared/core/clock.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import type { StoredCertificate, SystemAuth } from '#shared/pairing/system-auth.ts';
import { dynamoBundles } from '#shared/table/bundles/bundle-repository.dynamo.ts';
import { dynamoSystemAuths } from '#shared/table/pairing/system-auth-repository.dynamo.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import type { RecordedItem } from '#test/support/released-items/covering-items.ts';

let dynamo: Dynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const itemsOf = (release: string): readonly RecordedItem[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../contract/released-items/${release}.json`), 'utf8'));
const released = itemsOf('0.1.0');
const ofType = (type: string) => released.filter((item) => item.type === type);
const store = (item: RecordedItem) => dynamo.client.send(new PutCommand({ TableName: dynamo.tableName, Item: item }));

const auths = () => dynamoSystemAuths(dynamo.table);
const paired = ofType('SystemAuth').filter(({ certificate }) => certificate !== undefined);

/** The System Auth of a recorded item, stored anew. */
async function restored(item: RecordedItem): Promise<SystemAuth & { readonly certificate: StoredCertificate }> {
  await store(item);
  const auth = await auths().findById(tenantId(String(item.tenant)), String(item.id));
  if (!auth?.certificate) throw new Error('the System Auth is not paired');
  return { ...auth, certificate: auth.certificate };
}

describe('a pairing of release 0.1.0', () => {
  const now = new Date('2026-11-30T00:00:00.000Z');

  it('is recorded with a certificate', () => {
    expect(paired.length).toBeGreaterThan(0);
  });

  it.each(paired)('can be renewed: $id', async (item) => {
    const auth = await restored(item);
    const { certificate } = auth;
    const next = {
      ...certificate,
      generation: certificate.generation + 1,
      fingerprint: 'cd'.repeat(32),
      notAfter: later(now, days(90)).toISOString(),
    };
    const isRevoked = certificate.fingerprint in auth.revoked;
    const outcome = await auths().commitRenewal(auth, certificate.fingerprint, next, now);
    if (isRevoked) return expect(outcome).not.toBe('committed');
    expect(outcome).toBe('committed');
    expect(await auths().find(auth.owner, auth.id)).toMatchObject({
      certificate: { fingerprint: next.fingerprint },
      retired: { [certificate.fingerprint]: { serialNumber: certificate.serialNumber } },
    });
  });

  it.each(paired)('can be suspected: $id', async (item) => {
    const auth = await restored(item);
    await auths().suspect(auth, auth.certificate, 'REPLACED', now);
    expect((await auths().find(auth.owner, auth.id))?.suspected).toHaveProperty(auth.certificate.fingerprint);
  });

  it.each(paired)('can be revoked and ended: $id', async (item) => {
    const auth = await restored(item);
    await auths().revoke(auth, auth.certificate, now);
    expect((await auths().find(auth.owner, auth.id))?.revoked).toHaveProperty(auth.certificate.fingerprint);
    await auths().delete(auth);
    expect(await auths().find(auth.owner, auth.id)).toBeUndefined();
  });
});

describe.each(['0.1.0', '0.2.0'])('a certificate of release %s', (release) => {
  it.each(itemsOf(release).filter(({ type, certificate }) => type === 'SystemAuth' && certificate))(
    'is in the list by its end from the first call on: $id',
    async (item) => {
      await store(item);
      const { find, listByEnd } = auths();
      const owner = { tenant: tenantId(String(item.tenant)), kind: item.ownerKind as 'application' | 'runtime', id: String(item.ownerId) };
      await find(owner, String(item.id));
      const { data } = await listByEnd(owner.tenant, { isSuspected: false }, { first: 10 });
      expect(data.map(({ id }) => id)).toEqual([item.id]);
      expect(data[0]).toEqual(await find(owner, String(item.id)));
    },
  );
});

describe('a text of release 0.1.0', () => {
  it.each(ofType('Spec'))('is read by its owner: $definitionId', async (item) => {
    await store(item);
    const owner = String(item.definitionId);
    expect(await dynamoBundles(dynamo.table).itemTexts(tenantId(String(item.tenant)), String(item.applicationId), [owner])).toEqual(
      new Map([[owner, item.data]]),
    );
  });
});
