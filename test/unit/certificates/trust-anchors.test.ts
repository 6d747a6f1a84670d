import { X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { certificatesOf, issuersOf } from '#shared/certificates/trust-anchors.ts';
import { X509Certificate as ParsedCertificate } from '#shared/certificates/x509.ts';
import { aClientCertificate, aRoot } from '#test/support/client-certificates.ts';
import { freshKeys } from '#test/support/csr-builder.ts';

it('the set of trust anchors reads every certificate of a bundle in its order, whatever stands between them', async () => {
  const [first, second] = [await aRoot(), await aRoot('P-384')];
  const bundle = `# since 2030\n${first.anchor.toString().replaceAll('\n', '\r\n')}\n# since 2031\n${second.file}`;
  expect(certificatesOf(bundle).map(({ fingerprint256 }) => fingerprint256)).toEqual(
    [first, second].map(({ anchor }) => anchor.fingerprint256),
  );
});

it('the set of trust anchors finds nothing where there is nothing', () => {
  expect(certificatesOf('')).toEqual([]);
});

it('the set of trust anchors finds the issuers of a certificate among authorities of one name, the direct issuer first', async () => {
  const [first, second] = [await aRoot(), await aRoot()];
  const client = new X509Certificate(await aClientCertificate(second));
  expect(issuersOf(client, [first.anchor, second.anchor])).toEqual([second.anchor]);
  expect(issuersOf(client, [first.anchor])).toEqual([]);
});

it('the set of trust anchors goes up to the root where there are authorities in between', async () => {
  const [root, keys] = [await aRoot(), await freshKeys('P-256')];
  const between = await aClientCertificate(root, { keys, authority: true, name: [{ CN: ['Between'] }] });
  const issuing = { ...root, keys, certificate: new ParsedCertificate(between) };
  const client = new X509Certificate(await aClientCertificate(issuing));
  const issuers = issuersOf(client, [root.anchor, new X509Certificate(between)]);
  expect(issuers.map(({ subject }) => subject)).toEqual(['CN=Between', root.anchor.subject]);
});
