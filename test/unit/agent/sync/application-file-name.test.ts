import { basename } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applicationFileName, applicationFileNames } from '#agent/sync/application-file-name.ts';

describe('the file of an Application', () => {
  it('carries its name', () => {
    expect(applicationFileName('mp-shop')).toBe('mp-shop.json');
  });

  it('stays in its folder and within the limit of file systems, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 }), (name) => {
        const file = applicationFileName(name);
        return basename(file) === file && !file.startsWith('.') && Buffer.byteLength(file) <= 255;
      }),
    );
  });

  it('takes a name that is broken Unicode', () => {
    expect(applicationFileName('shop-\ud800')).toBe('shop-%EF%BF%BD.json');
  });

  it.each(['..', '../../etc/passwd', '/etc/passwd', '.hidden'])('does not lead out for %s', (name) => {
    expect(applicationFileName(name)).not.toMatch(/^\.|\//);
  });

  it('differs for Applications whose names differ in case only, or not at all', () => {
    const names = applicationFileNames([
      { id: '1', name: 'Shop' },
      { id: '2', name: 'shop' },
      { id: '3', name: 'shop' },
    ]);
    expect(new Set([...names.values()].map((name) => name.toLowerCase())).size).toBe(3);
  });
});
