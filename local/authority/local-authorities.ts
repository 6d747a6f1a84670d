import { type Clock, days, later, seconds } from '#shared/core/clock.ts';
import { createAuthority, type LocalAuthority, storedAuthority } from './local-authority.ts';

/** The authorities of this machine whose client certificates are accepted. */
export interface TrustedAuthorities {
  /** Signs the certificates of clients. */
  readonly issuing: LocalAuthority;
  /** Signs the server's certificate, also after a rotation, because running programs trust only this authority. */
  readonly oldest: LocalAuthority;
  /** Key files, the one of the issuing authority first. */
  readonly files: readonly string[];
  /** The certificates in the same order. */
  readonly certificatesPem: string;
}

/** Validity for Applications, the longest without a flag. */
const defaultValidityMs = days(90);

const fileOf = (first: string, generation: number): string => (generation === 1 ? first : first.replace(/\.pem$/, `-${generation}.pem`));

async function generationsIn(first: string): Promise<LocalAuthority[]> {
  const found: LocalAuthority[] = [];
  for (let generation = 1; ; generation += 1) {
    const authority = await storedAuthority(fileOf(first, generation));
    if (!authority) return found;
    found.push(authority);
  }
}

/**
 * The trusted authorities. The newest issues; an earlier one is trusted until its last certificates have ended. Makes the first one if there is none.
 * `first` is the file of the first generation.
 */
export async function trustedAuthorities(first: string, now: Date, certificateSeconds = 0): Promise<TrustedAuthorities> {
  const generations = await generationsIn(first);
  if (generations.length === 0) generations.push(await createAuthority(first, 1, now));
  const validity = Math.max(defaultValidityMs, seconds(certificateSeconds));
  const trusted = generations.filter((_, index) => {
    const successor = generations[index + 1];
    return !successor || later(successor.notBefore, validity) > now;
  });
  const [issuing, oldest] = [trusted.at(-1), trusted[0]];
  if (!issuing || !oldest) throw new Error('the newest authority always counts');
  const newestFirst = trusted.toReversed();
  return {
    issuing,
    oldest,
    files: newestFirst.map(({ file }) => file),
    certificatesPem: newestFirst.map(({ certificatePem }) => certificatePem).join(''),
  };
}

/** Makes the next generation, which issues from the next start on. Returns its file. */
export async function rotateAuthority(first: string, clock: Clock): Promise<string> {
  const generation = (await generationsIn(first)).length + 1;
  return (await createAuthority(fileOf(first, generation), generation, clock())).file;
}
