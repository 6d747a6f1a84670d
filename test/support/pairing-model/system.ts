import { X509Certificate } from 'node:crypto';
import { authenticateCertificate } from '#shared/certificates/authenticate-certificate.ts';
import { fingerprintOf, ownerUri } from '#shared/certificates/certificate-identity.ts';
import { exchangeCertificate } from '#shared/certificates/exchange-certificate.ts';
import { renewCertificate } from '#shared/certificates/renew-certificate.ts';
import { revokeCertificate } from '#shared/certificates/revoke-certificate.ts';
import { AppError } from '#shared/core/errors.ts';
import { issueOneTimeToken } from '#shared/pairing/issue-one-time-token.ts';
import { nextToken, nextTokenForCertificate } from '#shared/pairing/next-token.ts';
import { type OneTimeToken, parseToken } from '#shared/pairing/one-time-token.ts';
import { originOf } from '#shared/pairing/origin.ts';
import { recordContact } from '#shared/pairing/record-contact.ts';
import { aClientCertificate } from '#test/support/client-certificates.ts';
import type { ConnectorWorld } from '#test/support/connector-world.ts';
import { aCsr, freshKeys, subjectOf } from '#test/support/csr-builder.ts';
import { type Crash, Crashed, crashing } from './crashes.ts';
import { lifetime } from './model.ts';

/** The circumstances of a request: which of the differing clocks it meets, and whether it crashes. */
export interface Circumstances {
  readonly now: number;
  readonly crash?: Crash;
}

export interface Answer {
  readonly pem?: string;
  readonly fingerprint?: string;
  readonly notAfter?: number;
  readonly token?: string;
  readonly error?: string;
}

export const csrsPerPairing = 8;

/** The Connector's use cases on the real table and the real authority, as holders of tokens and certificates meet them. */
export async function systemUnderTest(world: ConnectorWorld) {
  let owner = await world.register('runtime');
  const keys = await Promise.all(Array.from({ length: csrsPerPairing }, () => freshKeys('P-256')));
  const csrs = new Map<string, Promise<string>>();

  const depsFor = ({ now, crash }: Circumstances) => {
    const mortal = crashing(crash);
    return {
      ...world.deps,
      lifetimes: { application: lifetime.token, runtime: lifetime.token },
      validity: { application: lifetime.certificate, runtime: lifetime.certificate },
      clock: () => new Date(now),
      auths: mortal(world.deps.auths),
      authority: mortal(world.deps.authority),
    };
  };
  type Deps = ReturnType<typeof depsFor>;

  /** Sends a request; who gets no answer sends it again, as holders do. */
  async function request(circumstances: Circumstances, send: (deps: Deps) => Promise<Answer>): Promise<Answer> {
    try {
      return await send(depsFor(circumstances));
    } catch (error) {
      if (error instanceof Crashed) return request({ now: circumstances.now }, send);
      if (error instanceof AppError) return { error: error.code };
      throw error;
    }
  }

  const seen = new Map<string, number>();

  return {
    /** Number of times that each outcome occurred. */
    seen,
    saw: (outcome: string) => void seen.set(outcome, (seen.get(outcome) ?? 0) + 1),

    /** Starts a story about another Runtime: one owner may have only so many pairings. */
    begin: async (): Promise<void> => {
      owner = await world.register('runtime');
    },

    /** One CSR per pairing and key, which is the same however often it is asked for. */
    csr(authId: string, index: number): Promise<string> {
      const id = `${authId}/${index}`;
      const made = csrs.get(id) ?? aCsr({ name: subjectOf(authId), keys: keys[index] }).then(({ encoded }) => encoded);
      csrs.set(id, made);
      return made;
    },

    issue: async (circumstances: Circumstances) => issueOneTimeToken(owner, { kind: 'user', id: 'admin' }, depsFor(circumstances)),

    exchange: (token: string, csr: string, circumstances: Circumstances) =>
      request(circumstances, async (deps) => described((await exchangeCertificate(parsed(token), csr, deps)).pem)),

    renew: (pem: string, csr: string, circumstances: Circumstances) =>
      request(circumstances, async (deps) => {
        const holder = await authenticateCertificate(pem, deps);
        return described((await renewCertificate(holder, csr, deps)).pem);
      }),

    configuration: (token: string, key: string | undefined, circumstances: Circumstances) =>
      request(circumstances, async (deps) => ({ token: await nextToken(parsed(token), key, deps) })),

    configurationBy: (pem: string, circumstances: Circumstances) =>
      request(circumstances, async (deps) => {
        const { auth, identity } = await authenticateCertificate(pem, deps);
        return { token: await nextTokenForCertificate(auth, identity, deps) };
      }),

    use: (pem: string, circumstances: Circumstances) =>
      request(circumstances, async (deps) => {
        const { auth, identity } = await authenticateCertificate(pem, deps);
        await recordContact(auth, identity.fingerprint, { ...deps, pollAfterSeconds: 60 });
        return {};
      }),

    revoke: (pem: string, circumstances: Circumstances) =>
      request(circumstances, async (deps) => {
        await revokeCertificate(await authenticateCertificate(pem, deps), deps);
        return {};
      }),

    /** A certificate that the authority's key signed, which the Connector never issued. */
    forged: async (authId: string, { now }: Circumstances) => {
      const [notBefore, notAfter] = [new Date(now), new Date(now + lifetime.certificate)];
      const wish = { name: subjectOf(authId), uris: [ownerUri(owner)], keys: keys[0], notBefore, notAfter };
      const pem = await aClientCertificate(world.root, wish);
      return { pem, fingerprint: fingerprintOf(new X509Certificate(pem)), notAfter: notAfter.getTime() };
    },

    /** Asks for another pairing of the owner, by a certificate. */
    derive: (pem: string, circumstances: Circumstances) =>
      request(circumstances, async (deps) => {
        const { actor } = await authenticateCertificate(pem, deps);
        return { token: (await issueOneTimeToken(owner, originOf(actor), deps)).token };
      }),

    stored: (authId: string) => world.deps.auths.find(owner, authId),

    delete: (authId: string, circumstances: Circumstances) =>
      request(circumstances, async ({ auths }) => {
        const auth = await auths.find(owner, authId);
        if (auth) await auths.delete(auth);
        return {};
      }),

    addressOf: (token: string) => parsed(token).authId,
  };
}

export type SystemUnderTest = Awaited<ReturnType<typeof systemUnderTest>>;

function described(pem: string): Answer {
  const certificate = new X509Certificate(pem);
  return { pem, fingerprint: fingerprintOf(certificate), notAfter: certificate.validToDate.getTime() };
}

function parsed(token: string): OneTimeToken {
  const read = parseToken(token);
  if (!read) throw new Error('the system gave a token that cannot be read');
  return read;
}
