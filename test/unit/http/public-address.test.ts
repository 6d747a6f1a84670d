import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '#shared/http/public-address.ts';
import { publicAddresses, refusedAddresses } from '#test/support/refused-addresses.ts';

describe('isPublicAddress', () => {
  it.each(refusedAddresses)('refuses %s', (address) => expect(isPublicAddress(address)).toBe(false));
  it.each(publicAddresses)('accepts %s', (address) => expect(isPublicAddress(address)).toBe(true));
  it.each(['', 'localhost', '1.1.1.1/32', 'not an address'])('refuses what is no address: "%s"', (text) =>
    expect(isPublicAddress(text)).toBe(false),
  );
});
