import 'reflect-metadata';
import { expect, it } from 'vitest';
import { certificatesOf } from '#shared/certificates/trust-anchors.ts';
import { aRoot } from '#test/support/client-certificates.ts';

it('reads every certificate of a bundle in its order, whatever stands between them', async () => {
  const [first, second] = [await aRoot(), await aRoot('P-384')];
  const bundle = `# since 2030\n${first.anchor.toString().replaceAll('\n', '\r\n')}\n# since 2031\n${second.file}`;
  expect(certificatesOf(bundle).map(({ fingerprint256 }) => fingerprint256)).toEqual(
    [first, second].map(({ anchor }) => anchor.fingerprint256),
  );
});

it('finds nothing where there is nothing', () => {
  expect(certificatesOf('')).toEqual([]);
});
