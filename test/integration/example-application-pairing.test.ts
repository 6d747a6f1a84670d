import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepPaired, pairApplication, readRawToken, renewWhenDue } from '#application-client';
import { type AgentControlPlane, agentControlPlane } from '#test/support/agent-control-plane.ts';
import { validFor } from '#test/support/test-certificate-authority.ts';

let folder: string;
let plane: AgentControlPlane;
let caCertificate: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sample-'));
  plane = await agentControlPlane(join(folder, 'ca.pem'));
  caCertificate = await readFile(plane.caFile, 'utf8');
});
afterEach(async () => {
  await plane.close();
  await rm(folder, { recursive: true });
});

const aToken = () => ({ token: plane.newToken(), connectorUrl: plane.connectorUrl });

describe('pairing', () => {
  it('yields a certificate for the own key', async () => {
    const { identity } = await pairApplication(aToken(), caCertificate);
    const certificate = new X509Certificate(identity.certificateChain);
    expect(certificate.subject).toContain(`CN=${plane.state.authId}`);
    expect(certificate.checkIssued(new X509Certificate(caCertificate))).toBe(true);
  });

  it('survives a lost answer, although the token counts once', async () => {
    const lost = new Set(['configuration', 'signCertificateSigningRequest']);
    plane.state.losesAnswer = ({ operation }) => lost.delete(operation);
    const { identity } = await pairApplication(aToken(), caCertificate);
    expect(identity.certificateChain).toContain('BEGIN CERTIFICATE');
  });

  it('takes a refusal as final', async () => {
    await expect(pairApplication({ ...aToken(), token: 'used' }, caCertificate)).rejects.toThrow('Failed to authenticate request');
    expect(plane.requests).toHaveLength(1);
  });

  it('is stored for its owner alone and needs no token the second time', async () => {
    const options = { stateFolder: join(folder, 'state'), caCertificate, say: () => {} };
    const first = await keepPaired({ ...options, token: aToken() });
    const second = await keepPaired(options);
    expect(second.current()).toEqual(first.current());
    expect((await stat(join(folder, 'state', 'pairing.json'))).mode & 0o777).toBe(0o600);
    first.stop();
    second.stop();
  });
});

describe('renewal', () => {
  it('takes a new key when less than 0.3 of the validity is left', async () => {
    plane.state.validity = validFor(20, 70);
    const pairing = await pairApplication(aToken(), caCertificate);
    plane.state.validity = validFor(90);
    const renewed = await renewWhenDue(pairing, new Date(), caCertificate);
    expect(renewed.identity.privateKey).not.toBe(pairing.identity.privateKey);
    expect(await renewWhenDue(renewed, new Date(), caCertificate)).toBe(renewed);
  });
});

describe('a raw token', () => {
  it('holds token and address', () => {
    const raw = { token: 'abc', connectorURL: 'https://compass.example/connector/graphql', used: false };
    expect(readRawToken(Buffer.from(JSON.stringify(raw)).toString('base64'))).toEqual({ token: 'abc', connectorUrl: raw.connectorURL });
  });

  it.each(['', 'not base64', Buffer.from('{}').toString('base64')])('that reads %j is refused without repeating it', (text) => {
    expect(() => readRawToken(text)).toThrow(/^the raw token cannot be read: it is the `rawEncoded` field of a one-time token$/);
  });
});
