import { expect, it } from 'vitest';
import { pairingData } from '#shared/pairing/pairing-data.ts';

const issued = { token: 'cmp_x', authId: 'auth', createdAt: '2030-01-01T00:00:00.000Z', expiresAt: '2030-01-01T00:05:00.000Z' };
const connectorURL = 'https://compass.test/connector/graphql';

it('the encoded pairing data puts into one text what an Application needs for pairing, as existing clients read it', () => {
  const { raw, rawEncoded, ...data } = pairingData(issued, 'application', connectorURL);
  expect(JSON.parse(raw)).toEqual({
    token: 'cmp_x',
    connectorURL,
    used: false,
    expiresAt: issued.expiresAt,
    createdAt: issued.createdAt,
    usedAt: '0001-01-01T00:00:00Z',
    type: 'Application',
    scenario_groups: null,
  });
  expect(Buffer.from(rawEncoded, 'base64').toString()).toBe(raw);
  expect(data).toEqual({ token: 'cmp_x', connectorURL, used: false, createdAt: issued.createdAt, expiresAt: issued.expiresAt });
});

it('the encoded pairing data knows no scenario groups of Runtimes', () => {
  expect(JSON.parse(pairingData(issued, 'runtime', connectorURL).raw)).toMatchObject({ type: 'Runtime' });
  expect(pairingData(issued, 'runtime', connectorURL).raw).not.toContain('scenario_groups');
});
