import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attempt } from '../../scripts/scale/loads.ts';
import { scaleReport } from '../../scripts/scale/scale-report.ts';

const textOf = (page: string): string => readFileSync(page, 'utf8');

describe('docs/scale.md', () => {
  const page = textOf('docs/scale.md');
  const report = scaleReport();

  it('shows what `npm run scale` prints', () => {
    expect(page.slice(page.indexOf('<!-- npm run scale -->'), page.indexOf('<!-- end -->'))).toContain(report);
  });

  it.each(['1,000,000 Runtimes', '100,000 Applications', '1,000 deliveries a second'])('says which limit of %s comes first', (load) => {
    const section = report.slice(report.indexOf(`## ${load}`)).split('\n## ')[0] ?? '';
    const shares = [...section.matchAll(/\| ([\d,.]+) % \|/g)].map(([, share = '']) => Number(share.replaceAll(',', '')));
    expect(shares.length).toBeGreaterThan(5);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
  });

  it('computes with an attempt at a delivery as docs/data-model.md counts it', () => {
    const { roundTrips, readUnits, writeUnits } = attempt;
    const row = textOf('docs/data-model.md').match(/^\| attempt a delivery \|.*$/m)?.[0];
    expect(row?.endsWith(`| ${roundTrips} | ${readUnits} R, ${writeUnits} W |`)).toBe(true);
  });
});
