import { isIPv6 } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { permitOwnMachine } from '#shared/http/own-machine.ts';
import { problemOfTarget, type Resolve, resolveTarget } from '#shared/http/target.ts';
import { publicAddresses, refusedAddresses } from '#test/support/refused-addresses.ts';

const resolvingTo =
  (...addresses: string[]): Resolve =>
  async () =>
    addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));

const never: Resolve = () => Promise.reject(new Error('nobody should ask'));
const target = (url: string, resolve: Resolve = never) => resolveTarget(url, { allowLoopback: false, resolve });
const onOneMachine = (url: string, resolve: Resolve = never) => resolveTarget(url, { allowLoopback: true, resolve });
const refusal = expect.objectContaining({ code: 'TargetRefused' });

const literal = (address: string): string => (address.includes(':') ? `https://[${address}]/` : `https://${address}/`);
const withoutZone = (address: string): boolean => !address.includes('%');

describe('resolveTarget', () => {
  it.each(refusedAddresses.filter(withoutZone))('refuses the literal %s', async (address) => {
    await expect(target(literal(address))).rejects.toEqual(refusal);
  });

  it.each(refusedAddresses)('refuses a name that resolves to %s', async (address) => {
    await expect(target('https://receiver.example/', resolvingTo(address))).rejects.toEqual(refusal);
  });

  it.each(publicAddresses)('accepts a name that resolves to %s, and gives out that address', async (address) => {
    const { addresses } = await target('https://receiver.example/', resolvingTo(address));
    expect(addresses.map((one) => one.address)).toEqual([address]);
  });

  it.each([
    'https://0x7f.1/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://127.1/',
    'https://0177.0.0.1/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://%31%32%37.0.0.1/',
    'https://127。0。0。1/',
    'https://①②⑦.0.0.1/',
    'https://2852039166/',
  ])('sees through %s', async (url) => {
    await expect(target(url)).rejects.toEqual(refusal);
  });

  it.each(['localhost', 'localhost.', '127.0.0.1.nip.io', 'xn--lcalhost-p4a.example'])('judges %s by what it resolves to', async (host) => {
    await expect(target(`https://${host}/`, resolvingTo('127.0.0.1'))).rejects.toEqual(refusal);
  });

  it('refuses a name with one public and one private address', async () => {
    await expect(target('https://receiver.example/', resolvingTo('1.1.1.1', '10.0.0.1'))).rejects.toEqual(refusal);
    await expect(target('https://receiver.example/', resolvingTo('1.1.1.1', '::1'))).rejects.toEqual(refusal);
  });

  it.each([
    ['plain HTTP with a port', 'http://receiver.example:8080/'],
    ...['22', '80', '444', '8080', '8442', '8444'].map((port) => [`port ${port}`, `https://receiver.example:${port}/`]),
    ['credentials', 'https://user:secret@receiver.example/'],
    ['a user name', 'https://user@receiver.example/'],
    ['another scheme', 'file:///etc/passwd'],
    ['no scheme and no host', '/receiver.example'],
    ['a user name without a scheme', 'user@receiver.example'],
    ['another port without a scheme', 'receiver.example:8080'],
    ['more than 2048 characters', `https://receiver.example/${'a'.repeat(2048)}`],
  ])('refuses %s', async (_, url) => {
    await expect(target(url, resolvingTo('1.1.1.1'))).rejects.toEqual(refusal);
  });

  it.each(['https://receiver.example/', 'https://receiver.example:443/', 'https://receiver.example:8443/'])('accepts %s', async (url) => {
    await expect(target(url, resolvingTo('1.1.1.1'))).resolves.toBeDefined();
  });

  it.each(['http://receiver.example', 'HTTP://receiver.example:80/path?q=http://x'])(
    'calls a URL of plain HTTP over TLS, and only so: %s',
    async (url) => {
      const { url: called, href } = await target(url, resolvingTo('1.1.1.1'));
      expect(called.href).toMatch(/^https:\/\/receiver\.example\//);
      expect(href).toBe(url);
      await expect(target(url, resolvingTo('10.0.0.1'))).rejects.toEqual(refusal);
    },
  );

  it.each(['receiver.example', 'receiver.example:8443/path?q=http://x'])(
    'reads a URL without a scheme as one of https: %s',
    async (url) => {
      expect((await target(url, resolvingTo('1.1.1.1'))).url.href).toMatch(/^https:\/\/receiver\.example/);
      await expect(target(url, resolvingTo('10.0.0.1'))).rejects.toEqual(refusal);
    },
  );

  it.each([...refusedAddresses.filter(withoutZone).filter((address) => !address.includes(':')), 'localhost'])(
    'refuses %s without a scheme',
    async (host) => {
      await expect(target(host, resolvingTo('127.0.0.1'))).rejects.toEqual(refusal);
    },
  );

  it('says that a name without an address cannot be reached', async () => {
    await expect(target('https://receiver.example/', resolvingTo())).rejects.toMatchObject({ code: 'TargetUnreachable' });
    await expect(target('https://receiver.example/')).rejects.toMatchObject({ code: 'TargetUnreachable' });
  });

  it('lets one machine call itself over plain HTTP on any port', async () => {
    await expect(onOneMachine('http://127.0.0.1:3000/')).resolves.toBeDefined();
    await expect(onOneMachine('http://[::1]:3000/')).resolves.toBeDefined();
    await expect(onOneMachine('http://localhost:3000/', resolvingTo('127.0.0.1', '::1'))).resolves.toBeDefined();
  });

  it.each([
    ['http://receiver.example:3000/', '1.1.1.1'],
    ['https://receiver.example/', '10.0.0.1'],
    ['http://receiver.example/', '169.254.169.254'],
    ['https://receiver.example:3000/', '1.1.1.1'],
  ])('opens nothing else by that: %s at %s', async (url, address) => {
    await expect(onOneMachine(url, resolvingTo(address))).rejects.toEqual(refusal);
    await expect(onOneMachine(url, resolvingTo('127.0.0.1', address))).rejects.toEqual(refusal);
  });
});

describe('a URL that is given', () => {
  const ownMachine = ['localhost', 'localhost.', 'a.localhost', '127.0.0.1', '127.1', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]'];
  const inside = [
    '10.0.0.1',
    '169.254.169.254',
    '[fd00:ec2::254]',
    'printer.local',
    'metadata.google.internal',
    'nas.home.arpa',
    'internal.',
    'compass.test',
    'hook.invalid',
    'hidden.onion',
    'names.alt',
    'printer',
  ];
  afterEach(() => permitOwnMachine(false));

  it.each([...ownMachine, ...inside])('is refused where its text leads to no public address: %s', (host) => {
    expect(problemOfTarget(`https://${host}/hook`)).toBe('must name a host on the public internet');
    expect(problemOfTarget(`${host}/hook`)).toBe('must name a host on the public internet');
    expect(problemOfTarget(`http://${host}:3000/hook`)).toBe('must begin with https://');
  });

  it.each(ownMachine)('may name the machine itself where that is permitted: %s', (host) => {
    permitOwnMachine(true);
    expect(problemOfTarget(`http://${host}:3000/hook`)).toBeUndefined();
    expect(problemOfTarget(`ftp://${host}/`)).toBe('must begin with https://');
  });

  it.each(inside)('may lead nowhere else inside by that: %s', (host) => {
    permitOwnMachine(true);
    expect(problemOfTarget(`https://${host}/hook`)).toBe('must name a host on the public internet');
  });

  it.each(['receiver.example', 'local.example', 'internal.example', 'localhost.example', '1.1.1.1'])(
    'is taken for a public host: %s',
    (host) => {
      expect(problemOfTarget(`https://${host}/hook`)).toBeUndefined();
    },
  );
});
