import ipaddr from 'ipaddr.js';

/** Everything that is not a host of the public internet, or leads to one that is not. */
const refusedNetworks = [
  '0.0.0.0/8', // this network
  '10.0.0.0/8', // private
  '100.64.0.0/10', // carrier-grade NAT
  '127.0.0.0/8', // loopback
  '169.254.0.0/16', // link-local: metadata and credentials of instances, containers and functions
  '172.16.0.0/12', // private
  '192.0.0.0/24', // protocol assignments
  '192.0.2.0/24', // documentation
  '192.88.99.0/24', // 6to4 relays
  '192.168.0.0/16', // private
  '198.18.0.0/15', // benchmarks
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, broadcast
  '::/96', // unspecified, loopback, IPv4-compatible
  '64:ff9b::/96', // NAT64
  '64:ff9b:1::/48', // NAT64, local use
  '100::/64', // discard
  '2001::/32', // Teredo
  '2001:2::/48', // benchmarks
  '2001:10::/28', // ORCHID
  '2001:20::/28', // ORCHIDv2
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4
  '3fff::/20', // documentation
  '5f00::/16', // segment routing
  'fc00::/7', // unique local: also metadata of instances
  'fe80::/10', // link-local
  'fec0::/10', // site-local
  'ff00::/8', // multicast
].map((network) => ipaddr.parseCIDR(network));

/** Whether an IP address is one that strangers may make us connect to. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || address.includes('%')) return false;
  const parsed = ipaddr.process(address);
  return !refusedNetworks.some((network) => network[0].kind() === parsed.kind() && parsed.match(network));
}

const loopbackNetworks = ['127.0.0.0/8', '::1/128'].map((network) => ipaddr.parseCIDR(network));

export function isLoopbackAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return loopbackNetworks.some((network) => network[0].kind() === parsed.kind() && parsed.match(network));
}
