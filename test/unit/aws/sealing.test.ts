import { createHash, randomBytes } from 'node:crypto';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jweSealer } from '#shared/aws/jwe-sealer.ts';
import { secretsManagerSealer } from '#shared/aws/sealing.ts';

const key = randomBytes(32);
const sealer = jweSealer(async () => key);
const context = 'tenant/webhook/1';
const sealedElsewhere = (header: { alg: 'dir'; enc: 'A256GCM'; [name: string]: string }): Promise<string> =>
  new CompactEncrypt(Buffer.from('secret')).setProtectedHeader(header).encrypt(key);

describe('a sealed text', () => {
  it.each(['', 'secret', '{"password":"ü€😀"}', 'x'.repeat(100_000)])('opens where it was sealed for', async (text) => {
    expect(await sealer.open(context, await sealer.seal(context, text))).toBe(text);
  });

  it('does not open for anything else', async () => {
    const sealed = await sealer.seal(context, 'secret');
    await expect(sealer.open('tenant/webhook/2', sealed)).rejects.toThrow('the text was sealed for another object');
  });

  it('does not open with another key', async () => {
    const sealed = await sealer.seal(context, 'secret');
    await expect(jweSealer(async () => randomBytes(32)).open(context, sealed)).rejects.toThrow('decryption operation failed');
  });

  it.each([0, 2, 3, 4])('does not open when its part %i was changed', async (part) => {
    const parts = (await sealer.seal(context, 'secret')).split('.');
    const bytes = Buffer.from(parts[part] ?? '', 'base64url');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    parts[part] = bytes.toString('base64url');
    await expect(sealer.open(context, parts.join('.'))).rejects.toThrow();
  });

  it('does not open for another context whose name was put into its header', async () => {
    const [, ...rest] = (await sealer.seal(context, 'secret')).split('.');
    const header = Buffer.from(JSON.stringify({ alg: 'dir', enc: 'A256GCM', ctx: 'tenant/webhook/2' })).toString('base64url');
    await expect(sealer.open('tenant/webhook/2', [header, ...rest].join('.'))).rejects.toThrow('decryption operation failed');
  });

  it('does not open with algorithms that its sender chose', async () => {
    const header = Buffer.from(JSON.stringify({ alg: 'dir', enc: 'A128CBC-HS256', ctx: context })).toString('base64url');
    await expect(sealer.open(context, `${header}..AAAA.AAAA.AAAA`)).rejects.toThrow();
  });

  it('is the JWE that other software opens and makes', async () => {
    const { plaintext } = await compactDecrypt(await sealer.seal(context, 'secret'), key);
    expect(Buffer.from(plaintext).toString()).toBe('secret');
    const foreign = await sealedElsewhere({ alg: 'dir', enc: 'A256GCM', ctx: context });
    expect(await sealer.open(context, foreign)).toBe('secret');
  });

  it('does not open with header parameters that are never written, or with more parts', async () => {
    const [packed, sealed] = [
      await sealedElsewhere({ alg: 'dir', enc: 'A256GCM', ctx: context, typ: 'x' }),
      await sealer.seal(context, 'secret'),
    ];
    await expect(sealer.open(context, packed)).rejects.toThrow('the text was not sealed here');
    await expect(sealer.open(context, `${sealed}.`)).rejects.toThrow('the text was not sealed here');
    await expect(sealer.open(context, 'no JWE')).rejects.toThrow();
  });

  it.each([1, 4, 12, 15])('does not open with a tag of %i bytes', async (length) => {
    const parts = (await sealer.seal(context, 'secret')).split('.');
    const tag = Buffer.from(parts[4] ?? '', 'base64url')
      .subarray(0, length)
      .toString('base64url');
    await expect(sealer.open(context, [...parts.slice(0, 4), tag].join('.'))).rejects.toThrow('decryption operation failed');
  });

  it('looks different each time and shows nothing of its content', async () => {
    const [one, two] = [await sealer.seal(context, 'secret'), await sealer.seal(context, 'secret')];
    expect(one).not.toBe(two);
    expect(one).not.toContain(Buffer.from('secret').toString('base64url'));
    expect(decodeProtectedHeader(one)).toEqual({ alg: 'dir', enc: 'A256GCM', ctx: context });
  });
});

describe('the key in Secrets Manager', () => {
  const secret = 'a text of enough entropy, 32 characters';
  const manager = mockClient(SecretsManagerClient);
  afterAll(() => manager.restore());
  beforeEach(() => manager.reset());
  afterEach(() => manager.reset());

  it('is the SHA-256 of the secret and read once', async () => {
    manager.on(GetSecretValueCommand, { SecretId: 'sealing' }).resolves({ SecretString: secret });
    const stored = secretsManagerSealer('sealing');
    const sealed = await Promise.all([stored.seal(context, 'one'), stored.seal(context, 'two')]);
    const same = jweSealer(async () => createHash('sha256').update(secret).digest());
    expect(await Promise.all(sealed.map((text) => same.open(context, text)))).toEqual(['one', 'two']);
    expect(manager.commandCalls(GetSecretValueCommand)).toHaveLength(1);
  });

  it('is read again after a failure', async () => {
    manager.on(GetSecretValueCommand).rejectsOnce(new Error('throttled')).resolves({ SecretString: secret });
    const stored = secretsManagerSealer('sealing');
    await expect(stored.seal(context, 'one')).rejects.toThrow('throttled');
    expect(await stored.open(context, await stored.seal(context, 'one'))).toBe('one');
  });

  it('must not be short', async () => {
    manager.on(GetSecretValueCommand).resolves({ SecretString: 'short' });
    await expect(secretsManagerSealer('sealing').seal(context, 'one')).rejects.toThrow('32 characters or more');
  });
});
