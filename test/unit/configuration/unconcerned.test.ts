import { describe, expect, it } from 'vitest';
import type { ConfigurationChange } from '#shared/configuration/configuration-change.ts';
import { isUnconcerned } from '#shared/configuration/unconcerned.ts';
import { tenantId } from '#shared/core/tenant-id.ts';

const tenant = tenantId('acme');
const latest = Date.parse('2026-01-01T00:00:00.000Z');
const known = { latest, shown: 'digest' };
const now = new Date(latest + 60_000);

interface Stored {
  readonly changes: readonly ConfigurationChange[] | undefined;
  /** Formations of the Applications that exist, and of the Runtime that asks. */
  readonly applications?: Readonly<Record<string, readonly string[]>>;
  readonly own?: readonly string[] | undefined;
}

const named = (formations: readonly string[]) => ({ formations: Object.fromEntries(formations.map((id) => [id, id])) });

function ask(kind: 'runtime' | 'application', stored: Stored, at = now) {
  const { changes, applications = {}, own } = { own: ['f1'], ...stored };
  const since: Date[] = [];
  const answer = isUnconcerned({ tenant, kind, id: 'me' }, known, at, {
    revisions: {
      changesSince: async (_, time) => {
        since.push(time);
        return changes;
      },
    },
    runtimes: { find: async () => own && named(own) },
    applications: { findMany: async (_, ids) => ids.flatMap((id) => (applications[id] ? [named(applications[id])] : [])) },
  });
  return { answer, since };
}

const application = (objectId: string, formations: readonly string[] = []) => ({ kind: 'application', objectId, formations }) as const;
const runtime = (objectId: string, formations: readonly string[] = []) => ({ kind: 'runtime', objectId, formations }) as const;

describe('a Runtime that knows a state', () => {
  it.each<readonly [string, Stored]>([
    ['nothing', { changes: [] }],
    ['an Application of another formation', { changes: [application('a')], applications: { a: ['f2'] } }],
    ['an Application that left another formation', { changes: [application('a', ['f2'])] }],
    ['an Application of no formation', { changes: [application('a')], applications: { a: [] } }],
    ['a Runtime in no formation', { changes: [runtime('r')] }],
    ['an Application, while it is in no formation itself,', { changes: [application('a')], applications: { a: ['f1'] }, own: [] }],
  ])('is not concerned where %s changed', async (_, stored) => {
    expect(await ask('runtime', stored).answer).toBe(true);
  });

  it.each<readonly [string, Stored]>([
    ['an Application of its formation changed', { changes: [application('a')], applications: { a: ['f2', 'f1'] } }],
    ['an Application left its formation', { changes: [application('a', ['f1'])], applications: { a: ['f2'] } }],
    ['an Application of its formation was deleted', { changes: [application('a', ['f1'])] }],
    ['it changed itself', { changes: [runtime('me')] }],
    ['another Runtime in a formation changed', { changes: [runtime('r', ['f2'])] }],
    ['one of many changes is of its formation', { changes: [application('a'), application('b')], applications: { a: ['f2'], b: ['f1'] } }],
    ['there are too many changes', { changes: undefined }],
    ['it does not exist any more', { changes: [], own: undefined }],
  ])('is concerned where %s', async (_, stored) => {
    expect(await ask('runtime', stored).answer).toBe(false);
  });

  it('has changes looked at that began 35 seconds before, because they may have become visible since', async () => {
    const { answer, since } = ask('runtime', { changes: [] });
    await answer;
    expect(since).toEqual([new Date(latest - 35_000)]);
  });

  it('is concerned by what may be deleted, a day later', async () => {
    const { answer, since } = ask('runtime', { changes: [] }, new Date(latest + 23.5 * 3_600_000));
    expect(await answer).toBe(false);
    expect(since).toEqual([]);
  });
});

describe('an Application that knows a state', () => {
  it('is concerned by its own changes, and by those of Runtimes in formations', async () => {
    expect(await ask('application', { changes: [application('me')] }).answer).toBe(false);
    expect(await ask('application', { changes: [runtime('r', ['f2'])] }).answer).toBe(false);
  });

  it('is not concerned by other Applications', async () => {
    expect(await ask('application', { changes: [application('a', ['f1'])], applications: { a: ['f1'] } }).answer).toBe(true);
  });
});
