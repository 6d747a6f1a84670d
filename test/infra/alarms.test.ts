import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deploymentUnderTest } from './deployment-under-test.ts';

const alarms = deploymentUnderTest()
  .ofType('AWS::CloudWatch::Alarm')
  .map(({ id, properties }) => ({ id, properties, section: /docs\/runbook\.md#([a-z-]+)$/.exec(properties.AlarmDescription)?.[1] }));

const runbook = readFileSync(join(import.meta.dirname, '../../docs/runbook.md'), 'utf8');
const headings = [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);

describe('alarms', () => {
  it('exist', () => {
    expect(alarms.length).toBeGreaterThan(40);
  });

  it('name a section that the runbook has', () => {
    expect(alarms.filter(({ section }) => !headings.includes(section)).map(({ id }) => id)).toEqual([]);
  });

  it('tell somebody, and take silence for health', () => {
    for (const { id, properties } of alarms) {
      expect(properties.AlarmActions, id).toEqual(['Alarms']);
      expect(properties.TreatMissingData, id).toBe('notBreaching');
    }
  });
});

describe('the runbook', () => {
  it('has no section that no alarm leads to', () => {
    expect(headings.filter((heading) => !alarms.some(({ section }) => section === heading))).toEqual([]);
  });

  it.each(headings)('%s says what it means, how to look and what to do', (heading) => {
    const text = runbook.split(/^## /m).find((section) => section.startsWith(`${heading}\n`));
    for (const part of ['**Means**', '**Look**', '**Do**']) expect(text).toContain(part);
  });
});
