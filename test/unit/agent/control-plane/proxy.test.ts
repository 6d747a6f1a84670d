import { describe, expect, it } from 'vitest';
import { proxyFor } from '#agent/control-plane/proxy.ts';

const named = (url: string, environment: Record<string, string>) => proxyFor(new URL(url), environment);

describe('the proxy of a URL', () => {
  it('is none where the environment names none, or an empty one', () => {
    expect(named('https://a.example', {})).toBeUndefined();
    expect(named('https://a.example', { HTTPS_PROXY: '', https_proxy: ' ' })).toBeUndefined();
    expect(named('https://a.example', { HTTP_PROXY: 'http://p:1' })).toBeUndefined();
  });

  it.each([
    ['http://p.example:3128', { secure: false, host: 'p.example', port: 3128, authorization: undefined, name: 'http://p.example:3128' }],
    ['p.example:3128', { secure: false, host: 'p.example', port: 3128 }],
    ['http://p.example', { secure: false, port: 80 }],
    ['https://p.example', { secure: true, port: 443 }],
    ['http://[::1]:8080/', { host: '::1', port: 8080 }],
    ['http://me:p%40ss@p.example:1', { authorization: `Basic ${Buffer.from('me:p@ss').toString('base64')}`, name: 'http://p.example:1' }],
    ['http://me:50%25@p.example:1', { authorization: `Basic ${Buffer.from('me:50%').toString('base64')}` }],
    ['http://me:a%4050%@p.example:1', { authorization: `Basic ${Buffer.from('me:a@50%').toString('base64')}` }],
    ['http://me:%ff%40@p.example:1', { authorization: `Basic ${Buffer.from('me:%ff%40').toString('base64')}` }],
    ['http://me@p.example:1', { authorization: `Basic ${Buffer.from('me:').toString('base64')}` }],
  ])('is read from %s', (value, expected) => {
    expect(named('https://a.example', { HTTPS_PROXY: value })).toMatchObject(expected);
  });

  it('is the one in lower case where both are given', () => {
    expect(named('https://a.example', { https_proxy: 'http://lower:1', HTTPS_PROXY: 'http://upper:1' })?.host).toBe('lower');
  });

  it.each(['socks5://p.example:1080', 'http://', 'http://a b'])('%s is refused by the name of its variable, without its value', (value) => {
    expect(() => named('https://a.example', { HTTPS_PROXY: value })).toThrow(/^HTTPS_PROXY names no http or https proxy/);
  });

  it('is refused with the way to write a password where one may be in the way', () => {
    expect(() => named('https://a.example', { HTTPS_PROXY: 'http://me:pa#ss@p.example:1' })).toThrow(
      /# is written as %23, \/ as %2F and \? as %3F$/,
    );
    expect(() => named('https://a.example', { HTTPS_PROXY: 'socks5://p.example:1' })).not.toThrow(/%23/);
  });
});

describe('NO_PROXY', () => {
  const exempt = (url: string, NO_PROXY: string) => named(url, { HTTPS_PROXY: 'http://p:1', NO_PROXY }) === undefined;

  it.each([
    ['https://a.example', '*'],
    ['https://a.example', 'a.example'],
    ['https://A.Example', 'other,a.EXAMPLE'],
    ['https://sub.a.example', 'a.example'],
    ['https://sub.a.example', '.a.example'],
    ['https://sub.a.example', '*.a.example'],
    ['https://a.example.', 'a.example'],
    ['https://a.example', 'other a.example:443'],
    ['https://a.example:8443', 'a.example:8443'],
    ['https://10.1.2.3', '10.1.2.3'],
    ['https://10.1.2.3', '10.0.0.0/8'],
    ['https://[fd00::1]', 'fd00::/8'],
    ['https://[fd00::1]', '[fd00::1]'],
    ['https://[fd00::1]:444', '[fd00::1]:444'],
    ['https://[fd00::1]', '[fd00::]/8'],
    ['https://[fd00::1]:444', '[fd00::]/8:444'],
  ])('keeps %s from the proxy by %s', (url, value) => {
    expect(exempt(url, value)).toBe(true);
  });

  it.each([
    ['https://a.example', ''],
    ['https://a.example', 'example.a, ,'],
    ['https://nota.example', 'a.example'],
    ['https://a.example', 'a.example:8443'],
    ['https://10.1.2.3', '10.0.0.0/16'],
    ['https://10.1.2.3', '10.0.0.0/99'],
    ['https://10.1.2.3', '0.1.2.3'],
    ['https://[fd00::1]', '10.0.0.0/8'],
  ])('leaves %s to it by "%s"', (url, value) => {
    expect(exempt(url, value)).toBe(false);
  });
});
