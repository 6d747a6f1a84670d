import { describe, expect, it } from 'vitest';
import type { Actor } from '#shared/core/actor.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { isFixed } from '#shared/labels/fixed-labels.ts';
import {
  givenLabels,
  hasLabel,
  isReported,
  type OwnedLabels,
  requireNotReserved,
  withLabel,
  withLabels,
  withoutLabel,
} from '#shared/labels/own-labels.ts';

const tenant = tenantId('acme');
const scopes = new Set<string>();
const alice: Actor = { kind: 'user', id: 'alice', tenant, scopes };
const system: Actor = { kind: 'integration_system', id: 'i-1', tenant, scopes };
const itself: Actor = { kind: 'runtime', id: 'r-1', tenant, scopes, authId: 'auth-1' };

const current: OwnedLabels = { labels: { given: 'g', own: 'o', isNormalized: 'true' }, ownLabels: ['own', 'gone'] };
const bare: OwnedLabels = { labels: { given: 'g' } };
const forbidden = (key: string, kind = 'runtime') =>
  expect.objectContaining({
    code: 'InsufficientScopes',
    message: `insufficient scopes provided: the label ${key} cannot be set or deleted by the ${kind} itself`,
  });
const reported = ['runtime_eventServiceUrl', 'runtime_eventServiceUrlForTokens', 'runtime_consoleUrl', 'isNormalized'];

describe('the labels that a Runtime was given', () => {
  it('are those that it neither set nor reports', () => {
    expect(givenLabels(current)).toEqual({ given: 'g' });
    expect(givenLabels({ ...current, ownLabels: [] })).toEqual({ given: 'g', own: 'o' });
    expect(givenLabels(bare)).toEqual({ given: 'g' });
    expect(['given', 'own', ...reported].filter(isReported)).toEqual(reported);
  });

  it('have a value only if it is exactly this one', () => {
    const labels = { list: ['a', { b: 1 }], one: '1' };
    expect(hasLabel(labels, 'list', ['a', { b: 1 }])).toBe(true);
    for (const [key, value] of [
      ['list', ['a', { b: 2 }]],
      ['one', 1],
      ['none', undefined],
      ['toString', Object.prototype.toString],
    ] as const)
      expect(hasLabel(labels, key, value)).toBe(false);
  });
});

describe('the labels that decide about their owner', () => {
  const deciding = {
    application: ['applicationType', 'integrationSystemID'],
    runtime: ['runtimeType', 'global_subaccount_id'],
  };
  const fixed = ['x_defaultEventing', 'runtimeType', 'xsappnameCMPClone', 'CMPSaaSAppName'];

  it.each(['application', 'runtime'] as const)('are for everyone who acts for the tenant, and not for the %s itself', (kind) => {
    const own: Actor = { ...itself, kind };
    for (const key of [...deciding[kind], ...fixed]) {
      for (const actor of [alice, system]) expect(() => requireNotReserved(key, kind, actor)).not.toThrow();
      expect(() => requireNotReserved(key, kind, own)).toThrow(forbidden(key, kind));
    }
    for (const key of ['region', kind === 'runtime' ? 'applicationType' : 'global_subaccount_id'])
      expect(() => requireNotReserved(key, kind, own)).not.toThrow();
  });

  it('are fixed by their whole name, or by its end', () => {
    expect(fixed.every(isFixed)).toBe(true);
    for (const key of [
      'x_defaultEventingURL',
      'aruntimeType',
      'runtimeTypes',
      'axsappnameCMPClone',
      'xsappnameCMPClone2',
      'CMPSaaSAppNames',
      'aCMPSaaSAppName',
    ])
      expect([key, isFixed(key)]).toEqual([key, false]);
  });
});

describe('a label that is set', () => {
  it('is given where the tenant sets it, be it new or the own one of the Runtime', () => {
    for (const actor of [alice, system]) {
      expect(withLabel(current, 'own', 'o', actor)).toEqual({ labels: current.labels, ownLabels: ['gone'] });
      expect(withLabel(bare, 'new', 1, actor)).toEqual({ labels: { given: 'g', new: 1 }, ownLabels: [] });
    }
  });

  it('is the own one of a Runtime that sets it, from then on', () => {
    expect(withLabel(bare, 'new', 1, itself)).toEqual({ labels: { given: 'g', new: 1 }, ownLabels: ['new'] });
    expect(withLabel(current, 'own', 2, itself)).toEqual({ labels: { ...current.labels, own: 2 }, ownLabels: ['own', 'gone'] });
    expect(withLabel(current, 'gone', 2, itself)).toEqual({ labels: { ...current.labels, gone: 2 }, ownLabels: ['own', 'gone'] });
  });

  it('stays as it was given when the Runtime sets the same value', () => {
    expect(withLabel(current, 'given', 'g', itself)).toBe(current);
  });

  it('is not for the Runtime where its tenant gave it another value, unless it reports by it', () => {
    expect(() => withLabel(current, 'given', 'mine', itself)).toThrow(forbidden('given'));
    expect(() => withLabel(bare, 'runtimeType', 'kyma', itself)).toThrow(forbidden('runtimeType'));
    for (const key of reported) {
      const { labels, ownLabels } = withLabel({ labels: { [key]: 'old' } }, key, 'new', itself);
      expect([labels, ownLabels]).toEqual([{ [key]: 'new' }, []]);
    }
  });

  it('is one of a hundred own ones at most, in whichever way it is set', () => {
    const keys = Array.from({ length: 100 }, (_, n) => `l${n}`);
    const many = { labels: {}, ownLabels: keys.slice(1) };
    const tooMany = expect.objectContaining({
      code: 'InvalidData',
      message: expect.stringContaining('at most 100 different labels itself'),
    });
    expect(withLabel(many, 'l0', 'x', itself).ownLabels).toHaveLength(100);
    const full = { labels: {}, ownLabels: keys };
    for (const key of ['l0', ...reported]) expect(withLabel(full, key, 'x', itself).ownLabels).toHaveLength(100);
    expect(() => withLabel(full, 'more', 'x', itself)).toThrow(tooMany);
    expect(() => withLabels(many, { l0: 'x', more: 'x' }, itself)).toThrow(tooMany);
  });
});

describe('a deletion of a label', () => {
  it('by the tenant takes it away, given or not, and leaves its key known as one that the Runtime set', () => {
    expect(withoutLabel(current, 'given', alice)).toEqual({ labels: { own: 'o', isNormalized: 'true' }, ownLabels: ['own', 'gone'] });
    expect(withoutLabel(current, 'own', system)).toEqual({ labels: { given: 'g', isNormalized: 'true' }, ownLabels: ['own', 'gone'] });
  });

  it('by the Runtime takes it away if the Runtime set it or reports by it, and is refused otherwise', () => {
    expect(withoutLabel(current, 'own', itself).labels).toEqual({ given: 'g', isNormalized: 'true' });
    expect(withoutLabel(current, 'isNormalized', itself).labels).toEqual({ given: 'g', own: 'o' });
    expect(() => withoutLabel(current, 'given', itself)).toThrow(forbidden('given'));
  });
});

describe('labels that are all replaced', () => {
  it('become what the tenant says, and stay whose they were', () => {
    expect(withLabels(current, { own: 'other', new: 1 }, alice)).toEqual({ labels: { own: 'other', new: 1 }, ownLabels: ['own', 'gone'] });
  });

  it('become what the Runtime says, which keeps what it was given', () => {
    const next = withLabels(current, { new: 1, isNormalized: 'false' }, itself);
    expect(next).toEqual({ labels: { given: 'g', new: 1, isNormalized: 'false' }, ownLabels: ['own', 'gone', 'new'] });
    expect(withLabels(current, { given: 'g', own: 'o' }, itself)).toEqual({ labels: { given: 'g', own: 'o' }, ownLabels: ['own', 'gone'] });
    expect(() => withLabels(current, { given: 'mine' }, itself)).toThrow(forbidden('given'));
  });
});
