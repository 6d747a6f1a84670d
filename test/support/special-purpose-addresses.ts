import { BlockList } from 'node:net';
import registries from './iana-special-purpose-addresses.json' with { type: 'json' };

type Family = 'ipv4' | 'ipv6';

/** Every block of the IANA special-purpose address registries, at the dates that stand in the file. */
export const specialBlocks: readonly { readonly family: Family; readonly block: string; readonly name: string }[] = (
  ['ipv4', 'ipv6'] as const
).flatMap((family) => registries[family].blocks.map(({ block, name }) => ({ family, block, name })));

export const registryDates = { ipv4: registries.ipv4.lastUpdated, ipv6: registries.ipv6.lastUpdated };

const widths = { ipv4: 32, ipv6: 128 } as const;

/** The number that an address is, of IPv6 without a dotted part. */
function numberOf(address: string): bigint {
  if (!address.includes(':')) return address.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  const [head = '', tail] = address.split('::');
  const groups = (part: string | undefined): string[] => (part ? part.split(':') : []);
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...new Array<string>(missing).fill('0'), ...groups(tail)];
  return all.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n);
}

/** The address that a number is, written in full. */
export function addressOf(number: bigint, family: Family): string {
  const [size, count] = family === 'ipv4' ? ([8n, 4] as const) : ([16n, 8] as const);
  const parts = Array.from({ length: count }, (_, index) => (number >> (size * BigInt(count - 1 - index))) & ((1n << size) - 1n));
  return family === 'ipv4' ? parts.join('.') : parts.map((part) => part.toString(16)).join(':');
}

/** The first and last number of a block, and those next to it where there are any. */
export function edgesOf({ block, family }: { block: string; family: Family }) {
  const [address = '', length] = block.split('/');
  const size = 1n << BigInt(widths[family] - Number(length));
  const [first, last] = [numberOf(address), numberOf(address) + size - 1n];
  const neighbours = [first - 1n, last + 1n].filter((number) => number >= 0n && number < 1n << BigInt(widths[family]));
  return { inside: [first, first + size / 2n, last], neighbours };
}

function blockList(blocks: readonly { block: string; family: Family }[]): BlockList {
  const list = new BlockList();
  for (const { block, family } of blocks) {
    const [address = '', length] = block.split('/');
    list.addSubnet(address, Number(length), family);
  }
  return list;
}

const special = blockList(specialBlocks.filter(({ block }) => block !== '::ffff:0:0/96'));
const unicast = blockList([
  { block: '0.0.0.0/1', family: 'ipv4' },
  { block: '128.0.0.0/2', family: 'ipv4' },
  { block: '192.0.0.0/3', family: 'ipv4' },
  { block: '2000::/3', family: 'ipv6' },
]);

/** Returns true if an address belongs to a host of the public internet, by the registries and code that is not ours. */
export const isOrdinary = (address: string, family: Family): boolean => unicast.check(address, family) && !special.check(address, family);
