import { describe, expect, it } from 'vitest';
import { eventPattern } from '#local/bus/event-pattern.ts';

const event = {
  source: 'compass.director',
  'detail-type': 'RuntimeConnected',
  resources: ['arn:one', 'arn:two'],
  detail: {
    metadata: { tenant: 'acme', entityVersion: 3 },
    data: { runtimeId: 'r1', previous: null, formations: ['blue', 'green'], empty: [] },
  },
};

const matches = (pattern: unknown) => eventPattern(pattern)(event);

describe('an event pattern', () => {
  it('needs every field and one value of each', () => {
    expect(matches({ source: ['compass.director'], 'detail-type': ['RuntimeUnregistered', 'RuntimeConnected'] })).toBe(true);
    expect(matches({ source: ['compass.director'], 'detail-type': ['RuntimeUnregistered'] })).toBe(false);
  });

  it('looks into nested fields', () => {
    expect(matches({ detail: { metadata: { tenant: ['acme'] } } })).toBe(true);
    expect(matches({ detail: { metadata: { tenant: ['other'] } } })).toBe(false);
    expect(matches({ detail: { absent: { tenant: ['acme'] } } })).toBe(false);
  });

  it('compares values with their type', () => {
    expect(matches({ detail: { metadata: { entityVersion: [3] } } })).toBe(true);
    expect(matches({ detail: { metadata: { entityVersion: ['3'] } } })).toBe(false);
    expect(matches({ detail: { data: { previous: [null] } } })).toBe(true);
  });

  it('matches a list in the event by one of its elements', () => {
    expect(matches({ resources: ['arn:two'] })).toBe(true);
    expect(matches({ detail: { data: { formations: ['red', 'green'] } } })).toBe(true);
    expect(matches({ detail: { data: { formations: ['red'] } } })).toBe(false);
  });

  it.each([
    [{ source: [{ prefix: 'compass.' }] }, true],
    [{ source: [{ prefix: 'other.' }] }, false],
    [{ source: [{ suffix: '.director' }] }, true],
    [{ source: [{ 'equals-ignore-case': 'COMPASS.Director' }] }, true],
    [{ source: [{ 'anything-but': 'compass.connector' }] }, true],
    [{ source: [{ 'anything-but': ['compass.director', 'x'] }] }, false],
    [{ source: [{ 'anything-but': { prefix: 'compass.' } }] }, false],
    [{ detail: { data: { absent: [{ 'anything-but': 'x' }] } } }, false],
    [{ detail: { data: { runtimeId: [{ exists: true }] } } }, true],
    [{ detail: { data: { runtimeId: [{ exists: false }] } } }, false],
    [{ detail: { data: { absent: [{ exists: false }] } } }, true],
    [{ detail: { data: { absent: [{ exists: true }] } } }, false],
    [{ detail: { data: { previous: [{ exists: true }] } } }, true],
    [{ detail: { data: { runtimeId: ['zzz', { prefix: 'r' }] } } }, true],
    [{ $or: [{ source: ['x'] }, { 'detail-type': ['RuntimeConnected'] }] }, true],
    [{ $or: [{ source: ['x'] }, { 'detail-type': ['x'] }] }, false],
  ])('%j decides %s', (pattern, expected) => {
    expect(matches(pattern)).toBe(expected);
  });

  it('refuses what it does not know instead of matching less than AWS', () => {
    expect(() => eventPattern({ detail: { count: [{ numeric: ['>', 1] }] } })).toThrow('numeric');
    expect(() => eventPattern({ source: 'compass.director' })).toThrow('is no event pattern');
  });
});
