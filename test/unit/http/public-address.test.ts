import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '#shared/http/public-address.ts';
import { publicAddresses, refusedAddresses } from '#test/support/refused-addresses.ts';
import { addressOf, edgesOf, isOrdinary, registryDates, specialBlocks } from '#test/support/special-purpose-addresses.ts';

describe(`isPublicAddress, by the IANA special-purpose address registries of ${registryDates.ipv4} (IPv4) and ${registryDates.ipv6} (IPv6)`, () => {
  it.each(specialBlocks)('refuses $block ($name) from end to end', ({ family, block }) => {
    const accepted = edgesOf({ family, block })
      .inside.map((number) => addressOf(number, family))
      // An IPv4-mapped address is judged as what it maps to.
      .filter((address) => block !== '::ffff:0:0/96' && isPublicAddress(address));
    expect(accepted).toEqual([]);
  });

  it.each(specialBlocks)('accepts what lies beside $block and is of the public internet', ({ family, block }) => {
    const neighbours = edgesOf({ family, block }).neighbours.map((number) => addressOf(number, family));
    expect(neighbours.map(isPublicAddress)).toEqual(neighbours.map((address) => isOrdinary(address, family)));
  });

  it('agrees with the registries on any IPv4 address, plain and mapped into IPv6', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 32n - 1n }), (number) => {
        const address = addressOf(number, 'ipv4');
        expect([address, `::ffff:${address}`].map(isPublicAddress)).toEqual([isOrdinary(address, 'ipv4'), isOrdinary(address, 'ipv4')]);
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with the registries on any IPv6 address', () => {
    const anywhere = fc.bigInt({ min: 0n, max: 2n ** 128n - 1n });
    const nearby = fc
      .tuple(
        fc.constantFrom(...specialBlocks.filter(({ family }) => family === 'ipv6')),
        fc.bigInt({ min: -(2n ** 100n), max: 2n ** 100n }),
      )
      .map(([block, step]) => (edgesOf(block).inside[0] ?? 0n) + step)
      .filter((number) => number >= 2n ** 48n && number < 2n ** 128n);
    fc.assert(
      fc.property(fc.oneof(anywhere, nearby), (number) => {
        const address = addressOf(number, 'ipv6');
        expect([address, isPublicAddress(address)]).toEqual([address, isOrdinary(address, 'ipv6')]);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    '4000::1',
    '1fff:ffff::1',
    '8000::1',
    'e000::1',
    '::ffff:0:808:808',
    '64:ff9b::808:808',
    '2002:808:808::1',
    '2001:0:808:808::1',
  ])('refuses %s, which IANA has assigned to no host or which stands for another address', (address) =>
    expect(isPublicAddress(address)).toBe(false),
  );
});

describe('isPublicAddress', () => {
  it.each(refusedAddresses)('refuses %s', (address) => expect(isPublicAddress(address)).toBe(false));
  it.each(publicAddresses)('accepts %s', (address) => expect(isPublicAddress(address)).toBe(true));
  it.each(['', 'localhost', '1.1.1.1/32', 'not an address'])('refuses what is no address: "%s"', (text) =>
    expect(isPublicAddress(text)).toBe(false),
  );
});
