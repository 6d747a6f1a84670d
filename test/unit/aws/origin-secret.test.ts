import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { originSecretValues } from '#shared/aws/origin-secret.ts';
import { hours, later, minutes } from '#shared/core/clock.ts';

const secrets = mockClient(SecretsManagerClient);
afterAll(() => secrets.restore());

const [first, second, third] = ['1', '2', '3'].map((digit) => digit.repeat(64)) as [string, string, string];
const content = (given: object) => ({ SecretString: JSON.stringify(given) });
let now: Date;
let warnings: string[];
const valuesOf = () => originSecretValues('compass-test/origin-secret', () => now, { warn: (message) => void warnings.push(message) });

beforeEach(() => {
  secrets.reset();
  now = new Date('2030-01-01T00:00:00Z');
  warnings = [];
});

describe('the secret of the firewall', () => {
  it('is read once in five minutes, however many requests need it', async () => {
    secrets.on(GetSecretValueCommand, { SecretId: 'compass-test/origin-secret' }).resolves(content({ current: first }));
    const values = valuesOf();
    expect(await Promise.all([values(), values()])).toEqual([[first], [first]]);
    now = later(now, minutes(5));
    await values();
    expect(secrets.commandCalls(GetSecretValueCommand)).toHaveLength(1);
  });

  it('has two values during a rotation, and the old one counts no more five minutes after its end', async () => {
    secrets
      .on(GetSecretValueCommand)
      .resolvesOnce(content({ current: second, previous: first }))
      .resolves(content({ current: second }));
    const values = valuesOf();
    expect(await values()).toEqual([second, first]);
    now = later(now, minutes(5) + 1);
    expect(await values()).toEqual([second]);
  });

  it('is used for six hours while it cannot be read, and no longer', async () => {
    secrets
      .on(GetSecretValueCommand)
      .resolvesOnce(content({ current: third }))
      .rejects(new Error('unavailable'));
    const values = valuesOf();
    await values();
    now = later(now, hours(6));
    expect(await values()).toEqual([third]);
    expect(warnings).toEqual(['secret of the firewall not readable, using the content read last']);
    now = later(now, minutes(1));
    await expect(values()).rejects.toThrow('unavailable');
  });

  it.each([
    ['empty', {}],
    ['short enough to be guessed', { current: 'secret' }],
  ])('is not taken if it is %s', async (_, given) => {
    secrets.on(GetSecretValueCommand).resolves(content(given));
    await expect(valuesOf()()).rejects.toThrow();
  });
});
