import fc from 'fast-check';
import { expect } from 'vitest';
import { hours, minutes } from '#shared/core/clock.ts';
import type { Crash } from './crashes.ts';
import {
  type Expected,
  endDescendants,
  expectExchange,
  expectNextToken,
  expectRenewal,
  type HeldCertificate,
  type HeldToken,
  isAwaited,
  lifetime,
  type Model,
  type Pairing,
  type Refusal,
  refusalOf,
} from './model.ts';
import { type Answer, type Circumstances, csrsPerPairing, type SystemUnderTest } from './system.ts';

type Command = fc.AsyncCommand<Model, SystemUnderTest>;

interface Given {
  readonly pairing: number;
  readonly item: number;
  readonly csr: number;
  readonly skew: number;
  readonly crash: Crash | undefined;
  /** True if the answer is lost, so that the request is sent again. */
  readonly lost: boolean;
}

/** Counted from the end: the latest things are used most. */
const pick = <T>(list: readonly T[], index: number): T => list[list.length - 1 - (index % list.length)] as T;
const show = (name: string, given: object) => `${name}(${JSON.stringify(given)})`;
const at = (model: Model, { skew, crash }: Pick<Given, 'skew' | 'crash'>): Circumstances => ({
  now: model.now + skew,
  ...(crash && { crash }),
});

/** A command on one pairing and one of its tokens or certificates. */
function command<T, G extends Given>(
  name: string,
  given: G,
  itemsOf: (pairing: Pairing) => readonly T[],
  run: (pairing: Pairing, item: T, model: Model, system: SystemUnderTest) => Promise<void>,
): Command {
  const target = ({ pairings }: Model) => pick(pairings, given.pairing);
  return {
    check: (model) => model.pairings.length > 0 && itemsOf(target(model)).length > 0,
    run: async (model, system) => {
      const pairing = target(model);
      await run(pairing, pick(itemsOf(pairing), given.item), model, system);
      for (const one of model.pairings) await holds(one, model, system);
    },
    toString: () => show(name, given),
  };
}

const tokensOf = ({ tokens }: Pairing) => tokens;
const certificatesOf = ({ certificates }: Pairing) => certificates;

/** An administrator asks for a token. */
export async function invite(model: Model, system: SystemUnderTest): Promise<void> {
  const { token, authId } = await system.issue({ now: model.now });
  begin(model, { authId, token, maker: undefined, now: model.now });
}

interface Begun {
  readonly authId: string;
  readonly token: string;
  readonly maker: Pairing | undefined;
  readonly now: number;
}

/** A pairing begins with a token that was not obtained by a certificate of the same System Auth. */
function begin(model: Model, { authId, token, maker, now }: Begun): void {
  const first: HeldToken = { text: token, expiresAt: now + lifetime.token, presented: undefined };
  model.pairings.push({
    authId,
    maker,
    tokens: [first],
    certificates: [],
    suspected: new Map(),
    deleted: false,
    current: first,
    latest: undefined,
  });
}

const issue = (): Command => ({ check: ({ pairings }) => pairings.length < 3, run: invite, toString: () => 'issue()' });

/** More than that would be for the limits of an owner. */
const maxPairings = 6;

/** The holder of a certificate asks for another pairing of its owner, which must end with the one of the certificate. */
const derive = (given: Given): Command =>
  command('derive', given, certificatesOf, async (pairing, certificate, model, system) => {
    if (model.pairings.length >= maxPairings) return;
    const circumstances = at(model, given);
    const refused = refusalOf(pairing, certificate, circumstances.now);
    const { token, error } = await system.derive(certificate.pem, circumstances);
    expect(error).toBe(refused);
    suspect(pairing, certificate, refused);
    system.saw(`derivation: ${refused ?? 'made'}`);
    if (token) begin(model, { authId: system.addressOf(token), token, maker: pairing, now: circumstances.now });
  });

const exchange = (given: Given): Command =>
  command('exchange', given, tokensOf, async (pairing, token, model, system) => {
    const circumstances = at(model, given);
    const expected = expectExchange(pairing, token, given.csr, circumstances.now);
    const request = await system.csr(pairing.authId, given.csr);
    const answer = await system.exchange(token.text, request, circumstances);
    if (given.lost) expect(await system.exchange(token.text, request, circumstances)).toEqual(answer);
    reserve(token, given.csr, expected);
    settle(pairing, expected, answer, given.csr, token);
    if (token.presented) suspect(pairing, token.presented, expected);
    system.saw(`exchange: ${outcomeOf(expected)}`);
  });

/** A refusal of the token itself leaves it as it is; anything else ties it to the CSR. */
function reserve(token: HeldToken, csr: number, expected: Expected): void {
  if (!('refused' in expected && expected.refused === 'TokenInvalid')) token.csr = csr;
}

/** Compares the answer with what was expected, and notes what changed. */
function settle(pairing: Pairing, expected: Expected, answer: Answer, csr: number, token?: HeldToken): void {
  expect(answer.error).toBe('refused' in expected ? expected.refused : undefined);
  if ('again' in expected) expect(answer.pem).toBe(expected.again.pem);
  if (!('follows' in expected)) return;
  const certificate = received(pairing, answer, csr, expected.follows);
  pairing.latest = certificate;
  if (token) token.certificate = certificate;
}

function bearing({ latest }: Pairing, certificate: HeldCertificate): string {
  if (certificate.replaced) return ', by one that was replaced';
  return certificate === latest ? '' : ', by the one before';
}

function outcomeOf(expected: Expected): string {
  if ('refused' in expected) return expected.refused;
  if ('again' in expected) return 'again';
  return 'next';
}

/** The next certificate of a pairing. If it does not follow the latest one, it came instead of that. */
function received(pairing: Pairing, { pem = '', fingerprint = '', notAfter = 0 }: Answer, csr: number, follows?: HeldCertificate) {
  if (pairing.latest && pairing.latest !== follows) pairing.latest.replaced = true;
  const generation = (pairing.latest?.generation ?? 0) + 1;
  const certificate: HeldCertificate = {
    pem,
    fingerprint,
    csr,
    generation,
    notAfter,
    follows,
    used: false,
    revoked: false,
    replaced: false,
  };
  pairing.certificates.push(certificate);
  return certificate;
}

/** Records that a certificate was refused because its key may be copied. */
function suspect({ suspected }: Pairing, { fingerprint, notAfter }: HeldCertificate, expected: Expected | Refusal | undefined): void {
  const refused = typeof expected === 'object' && 'refused' in expected ? expected.refused : expected;
  if (refused === 'CertificateSuperseded') suspected.set(fingerprint, notAfter);
}

const exchangeAtOnce = (given: Given & { csrs: number[] }): Command =>
  command('exchangeAtOnce', given, tokensOf, async (pairing, token, model, system) => {
    const { now } = at(model, given);
    const expected = new Map(given.csrs.map((csr) => [csr, expectExchange(pairing, token, csr, now)]));
    const requests = await Promise.all(given.csrs.map((csr) => system.csr(pairing.authId, csr)));
    const answers = await Promise.all(requests.map((csr) => system.exchange(token.text, csr, { now })));
    const winner = given.csrs.find((_, index) => answers[index]?.error !== 'TokenInvalid');
    const first = winner === undefined ? undefined : answers[given.csrs.indexOf(winner)];
    for (const [index, csr] of given.csrs.entries()) {
      // One CSR has the token; all who send that one are answered alike.
      if (csr === winner) expect(answers[index]).toEqual(first);
      else expect(answers[index]?.error).toBe('TokenInvalid');
    }
    const outcome = winner === undefined ? undefined : expected.get(winner);
    if (!outcome) return expect([...expected.values()].filter((one) => !('refused' in one))).toEqual([]);
    reserve(token, winner as number, outcome);
    settle(pairing, outcome, first ?? {}, winner as number, token);
    if (token.presented) suspect(pairing, token.presented, outcome);
  });

const renew = (given: Given): Command =>
  command('renew', given, certificatesOf, async (pairing, certificate, model, system) => {
    const circumstances = at(model, given);
    const expected = expectRenewal(pairing, certificate, given.csr, circumstances.now);
    const request = await system.csr(pairing.authId, given.csr);
    const answer = await system.renew(certificate.pem, request, circumstances);
    if (given.lost) expect(await system.renew(certificate.pem, request, circumstances)).toEqual(answer);
    // A holder of an older generation only has no way to the next one.
    if (pairing.latest !== certificate && pairing.latest?.follows !== certificate) expect(answer.pem).toBeUndefined();
    system.saw(`renewal: ${outcomeOf(expected)}${bearing(pairing, certificate)}`);
    settle(pairing, expected, answer, given.csr);
    suspect(pairing, certificate, expected);
  });

/** Concurrent renewals: each successful one has a generation of its own, or that of the same CSR. */
const renewAtOnce = (given: Given & { csrs: number[] }): Command =>
  command('renewAtOnce', given, certificatesOf, async (pairing, certificate, model, system) => {
    const { now } = at(model, given);
    const expected = given.csrs.map((csr) => expectRenewal(pairing, certificate, csr, now));
    const requests = await Promise.all(given.csrs.map((csr) => system.csr(pairing.authId, csr)));
    const answers = await Promise.all(requests.map((csr) => system.renew(certificate.pem, csr, { now })));
    if (!expected.some((one) => 'follows' in one)) {
      for (const [index, one] of expected.entries()) {
        settle(pairing, one, answers[index] ?? {}, given.csrs[index] ?? 0);
        suspect(pairing, certificate, one);
      }
      return;
    }
    expect(answers.some(({ pem }) => pem)).toBe(true);
    expect(new Set(answers.map(({ error = 'ConcurrentUpdate' }) => error))).toEqual(new Set(['ConcurrentUpdate']));
    await adopt(pairing, certificate, answers, given.csrs, system);
  });

/** Adopts the answers of concurrent requests in the order in which the system recorded them. */
async function adopt(pairing: Pairing, presented: HeldCertificate, answers: Answer[], csrs: number[], system: SystemUnderTest) {
  const before = pairing.latest?.generation ?? 0;
  const known = new Set(pairing.certificates.map(({ fingerprint }) => fingerprint));
  const auth = await system.stored(pairing.authId);
  const generations = { ...auth?.retired, ...(auth?.certificate && { [auth.certificate.fingerprint]: auth.certificate }) };
  const issued = new Map(answers.map((answer, index) => [answer.fingerprint ?? '', { answer, csr: csrs[index] ?? 0 }] as const));
  const added = [...issued]
    .filter(([fingerprint]) => fingerprint && !known.has(fingerprint))
    .map(([fingerprint, one]) => ({ ...one, generation: generations[fingerprint]?.generation ?? 0 }))
    .sort((one, other) => one.generation - other.generation);
  expect(added.map(({ generation }) => generation)).toEqual(added.map((_, index) => before + 1 + index));
  for (const { answer, csr } of added) pairing.latest = received(pairing, answer, csr, presented);
}

const configuration = (given: Given & { key: string | undefined }): Command =>
  command('configuration', given, tokensOf, async (pairing, token, model, system) => {
    // Without a key, who gets no answer has no way to ask again.
    const { crash, ...alive } = at(model, given);
    const circumstances = given.key !== undefined && crash ? { ...alive, crash } : alive;
    const expected = expectNextToken(pairing, token, given.key, circumstances.now);
    const answer = await system.configuration(token.text, given.key, circumstances);
    if (given.lost && given.key) expect(await system.configuration(token.text, given.key, circumstances)).toEqual(answer);
    system.saw(`configuration: ${typeof expected === 'object' ? 'again' : expected}`);
    if (typeof expected === 'object') return expect(answer.token).toBe(expected.text);
    if (expected !== 'new') return expect(answer.error).toBe(expected);
    const next = { text: answer.token ?? '', expiresAt: circumstances.now + lifetime.token, presented: token.presented };
    token.traded = { key: given.key, next };
    given.key === undefined ? expect(answer.error).toBeUndefined() : expect(answer.token).toBeDefined();
    pairing.tokens.push(next);
    pairing.current = next;
  });

const configurationByCertificate = (given: Given): Command =>
  command('configurationByCertificate', given, certificatesOf, async (pairing, presented, model, system) => {
    const circumstances = at(model, given);
    const refused = refusalOf(pairing, presented, circumstances.now);
    const { token, error } = await system.configurationBy(presented.pem, circumstances);
    expect(error).toBe(refused);
    suspect(pairing, presented, refused);
    if (refused) return;
    noteUse(pairing, presented);
    const next = { text: token ?? '', expiresAt: circumstances.now + lifetime.token, presented };
    pairing.tokens.push(next);
    if (!isAwaited(pairing, circumstances.now)) pairing.current = next;
  });

const use = (given: Given): Command =>
  command('use', given, certificatesOf, async (pairing, certificate, model, system) => {
    const circumstances = at(model, given);
    const refused = refusalOf(pairing, certificate, circumstances.now);
    expect((await system.use(certificate.pem, circumstances)).error).toBe(refused);
    suspect(pairing, certificate, refused);
    system.saw(`use: ${refused ?? 'accepted'}`);
    if (!refused) noteUse(pairing, certificate);
  });

/** Makes a certificate in the name of the pairing by the authority's own key. */
const forge = (given: Given): Command =>
  command('forge', given, tokensOf, async (pairing, _, model, system) => {
    const circumstances = at(model, given);
    const { pem, fingerprint, notAfter } = await system.forged(pairing.authId, circumstances);
    const request = await system.csr(pairing.authId, given.csr);
    expect((await system.use(pem, circumstances)).error).toBe('CertificateInvalid');
    expect((await system.renew(pem, request, circumstances)).error).toBe('CertificateInvalid');
    if (!pairing.deleted) pairing.suspected.set(fingerprint, notAfter);
  });

function noteUse({ latest }: Pairing, certificate: HeldCertificate): void {
  if (certificate === latest) certificate.used = true;
}

const revoke = (given: Given): Command =>
  command('revoke', given, certificatesOf, async (pairing, certificate, model, system) => {
    const circumstances = at(model, given);
    const refused = refusalOf(pairing, certificate, circumstances.now);
    const { error } = await system.revoke(certificate.pem, circumstances);
    // Who repeats it after a crash may be told that it is done.
    if (refused || !given.crash) expect(error).toBe(refused);
    suspect(pairing, certificate, refused);
    if (refused) return;
    certificate.revoked = true;
    pairing.current = undefined;
    if (hasLivingChild(model, pairing)) system.saw('revocation: of one that made others');
    endDescendants(model, pairing);
  });

const hasLivingChild = ({ pairings }: Model, pairing: Pairing): boolean =>
  pairings.some(({ maker, deleted }) => maker === pairing && !deleted);

const remove = (given: Given): Command =>
  command('delete', given, tokensOf, async (pairing, _, model, system) => {
    expect((await system.delete(pairing.authId, at(model, given))).error).toBeUndefined();
    if (hasLivingChild(model, pairing)) system.saw('deletion: of one that made others');
    pairing.deleted = true;
    endDescendants(model, pairing);
  });

const pass = (milliseconds: number): Command => ({
  check: () => true,
  run: async (model) => {
    model.now += milliseconds;
  },
  toString: () => `pass(${milliseconds})`,
});

/** Checks that the stored System Auth equals the model, and that each issued certificate has a generation of its own. */
async function holds(pairing: Pairing, { now }: Model, system: SystemUnderTest): Promise<void> {
  const auth = await system.stored(pairing.authId);
  if (pairing.deleted) return expect(auth).toBeUndefined();
  expect(auth?.certificate?.fingerprint).toBe(pairing.latest?.fingerprint);
  expect(auth?.certificate?.generation).toBe(pairing.latest?.generation);
  const suspected = Object.keys(auth?.suspected ?? {});
  expect([...pairing.suspected.keys()]).toEqual(expect.arrayContaining(suspected));
  expect(suspected).toEqual(
    expect.arrayContaining([...pairing.suspected].filter(([, end]) => end > now).map(([fingerprint]) => fingerprint)),
  );
  const generations = pairing.certificates.map(({ generation }) => generation);
  expect(new Set(generations).size).toBe(generations.length);
  // One lineage begins with an administrator's token, whatever it is turned into: all further certificates come out of its certificate.
  expect(pairing.certificates.filter(({ follows }) => follows === undefined).length).toBeLessThanOrEqual(1);
}

const crash = fc.option(fc.record({ at: fc.integer({ min: 1, max: 4 }), when: fc.constantFrom('before' as const, 'after' as const) }), {
  nil: undefined,
});
const csr = fc.oneof({ weight: 3, arbitrary: fc.nat({ max: 1 }) }, fc.nat({ max: csrsPerPairing - 1 }));
const given = fc.record({
  pairing: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat({ max: 2 })),
  item: fc.oneof({ weight: 3, arbitrary: fc.nat({ max: 1 }) }, fc.nat({ max: 7 })),
  csr,
  skew: fc.constantFrom(0, 0, 0, -minutes(2), minutes(2)),
  crash,
  lost: fc.boolean(),
});
const many = fc.oneof(
  { weight: 6, arbitrary: fc.array(csr, { minLength: 2, maxLength: 6 }) },
  { weight: 1, arbitrary: fc.array(csr, { minLength: 64, maxLength: 64 }) },
);
const withMany = fc.tuple(given, many).map(([one, csrs]) => ({ ...one, csrs }));
const withKey = fc.tuple(given, fc.constantFrom('one', 'one', 'one', 'other', undefined)).map(([one, key]) => ({ ...one, key }));
const span = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: minutes(20) }) },
  fc.integer({ min: minutes(50), max: hours(2) }),
  fc.integer({ min: hours(12), max: hours(80) }),
);

const frequent: fc.Arbitrary<Command>[] = [
  given.map(exchange),
  given.map(renew),
  given.map(renew),
  given.map(use),
  withKey.map(configuration),
  given.map(configurationByCertificate),
];
const seldom: fc.Arbitrary<Command>[] = [
  fc.constant(null).map(issue),
  withMany.map(exchangeAtOnce),
  withMany.map(renewAtOnce),
  given.map(revoke),
  given.map(derive),
  given.map(derive),
  given.map(forge),
  given.map(remove),
  span.map(pass),
];

/** Anything that may happen to a pairing; what ends it is seldom, so that stories go on. */
export const pairingCommands = [...frequent, ...frequent, ...frequent, ...seldom];
