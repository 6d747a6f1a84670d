import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '#shared/certificates/certificate-identity.ts';
import { trustBundle } from '#shared/certificates/trust-bundle.ts';
import { X509CertificateGenerator } from '#shared/certificates/x509.ts';
import { days, later } from '#shared/core/clock.ts';
import { aRoot, type TestRoot } from '#test/support/client-certificates.ts';
import { keyKinds } from '#test/support/csr-builder.ts';

const now = new Date();
const [old, next] = [await aRoot(), await aRoot()];

const bundleOf = (
  current: readonly X509Certificate[],
  published: readonly X509Certificate[],
  distrusted: readonly string[] = [],
  at = now,
) => trustBundle({ current, published, distrusted, now: at }).map(fingerprintOf);
const fingerprints = (...roots: X509Certificate[]) => roots.map(fingerprintOf);

/** The same authority with a certificate that ends later. */
async function renewed({ certificate, keys, kind }: TestRoot): Promise<X509Certificate> {
  const { subjectName: name, extensions } = certificate;
  const again = await X509CertificateGenerator.createSelfSigned({
    name,
    keys,
    extensions,
    signingAlgorithm: keyKinds[kind],
    notBefore: now,
    notAfter: later(now, days(5000)),
  });
  return new X509Certificate(again.toString('pem'));
}

describe('the truststore', () => {
  it('has the authorities of the deployment, the one that issues first', () => {
    expect(bundleOf([next.anchor, old.anchor], [old.anchor])).toEqual(fingerprints(next.anchor, old.anchor));
  });

  it('keeps what it has, though the deployment names it no longer: clients may rely on it', () => {
    expect(bundleOf([next.anchor], [old.anchor])).toEqual(fingerprints(next.anchor, old.anchor));
  });

  it('gives up what has expired', () => {
    const late = later(old.anchor.validToDate, 1000);
    expect(bundleOf([next.anchor], [old.anchor], [], late)).toEqual(fingerprints(next.anchor));
  });

  it('gives up what is distrusted, by its fingerprint alone', () => {
    expect(bundleOf([next.anchor], [old.anchor], [fingerprintOf(old.anchor)])).toEqual(fingerprints(next.anchor));
    expect(bundleOf([next.anchor], [old.anchor], ['ab'.repeat(32)])).toEqual(fingerprints(next.anchor, old.anchor));
  });

  it('has one certificate of a name and key, the latest', async () => {
    const again = await renewed(old);
    expect(bundleOf([again], [old.anchor, next.anchor])).toEqual(fingerprints(again, next.anchor));
    expect(bundleOf([old.anchor, old.anchor], [])).toEqual(fingerprints(old.anchor));
  });

  it('is not published when an authority of the deployment is distrusted', () => {
    expect(() => bundleOf([old.anchor], [], [fingerprintOf(old.anchor)])).toThrow(
      "O=Compass, CN=Test Root is distrusted, but its authority is still one of the deployment's",
    );
  });
});
