import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../scripts/audit/verdict.ts';

const report = (vulnerabilities: object) => JSON.stringify({ auditReportVersion: 2, vulnerabilities });

describe('an audit of the dependencies', () => {
  it('is clean when the report names nothing', () => {
    expect(verdictOf(report({})).outcome).toBe('clean');
  });

  it('names every package that is known to be vulnerable', () => {
    const verdict = verdictOf(report({ leftpad: { severity: 'high', range: '<2' }, other: { severity: 'low', range: '*' } }));
    expect(verdict).toEqual({
      outcome: 'vulnerable',
      message: 'known vulnerabilities in what is deployed:\nleftpad <2: high\nother *: low',
    });
  });

  it.each([
    ['a registry without advisories', '{"message":"405 Method Not Allowed","statusCode":405}'],
    ['no network', '{"error":{"code":"ENOTFOUND"}}'],
    ['half a report', '{"auditReportVersion":2}'],
    ['no answer', ''],
    ['no object', 'null'],
  ])('does not take %s for a clean one', (_, output) => {
    expect(verdictOf(output).outcome).toBe('unknown');
  });
});
