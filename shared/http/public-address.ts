import { BlockList, isIP, isIPv6 } from 'node:net';

function networks(...blocks: string[]): BlockList {
  const list = new BlockList();
  for (const block of blocks) {
    const [network = '', prefix] = block.split('/');
    list.addSubnet(network, Number(prefix), familyOf(network));
  }
  return list;
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIPv6(address) ? 'ipv6' : 'ipv4');

/** Addresses of single hosts: IPv4 below multicast (224.0.0.0/4) and the reserved block, IPv6 as far as IANA assigns any. */
const unicast = networks('0.0.0.0/1', '128.0.0.0/2', '192.0.0.0/3', '2000::/3');

/**
 * The blocks of the IANA special-purpose address registries (both of 2025-10-09) inside those, globally reachable or not: none of them has
 * servers for strangers. 6to4 and Teredo addresses stand for IPv4 addresses, which they could hide.
 */
const special = networks(
  '0.0.0.0/8', // this network
  '10.0.0.0/8', // private
  '100.64.0.0/10', // shared, behind carrier-grade NAT
  '127.0.0.0/8', // loopback
  '169.254.0.0/16', // link-local: metadata and credentials of instances, containers and functions
  '172.16.0.0/12', // private
  '192.0.0.0/24', // protocol assignments
  '192.0.2.0/24', // documentation
  '192.31.196.0/24', // AS112
  '192.52.193.0/24', // AMT
  '192.88.99.0/24', // 6to4 relays
  '192.168.0.0/16', // private
  '192.175.48.0/24', // AS112
  '198.18.0.0/15', // benchmarking
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '2001::/23', // protocol assignments: Teredo, benchmarking, AMT, AS112, ORCHID, drones
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4
  '2620:4f:8000::/48', // AS112
  '3fff::/20', // documentation
);

/**
 * Returns true if an IP address is public, so that URLs given by others may lead to it. An IPv4-mapped IPv6 address is judged as the IPv4
 * address.
 */
export const isPublicAddress = (text: string): boolean => isIn(unicast, text) && !isIn(special, text);

const loopback = networks('127.0.0.0/8', '::1/128');

export const isLoopbackAddress = (text: string): boolean => isIn(loopback, text);

/** An address with a zone leads to a link, not to a host: it is in no network. The list itself judges an IPv4-mapped address. */
const isIn = (list: BlockList, text: string): boolean => isIP(text) !== 0 && !text.includes('%') && list.check(text, familyOf(text));
