import { setTimeout as pause } from 'node:timers/promises';
import type { LocalDescription } from '#local/local-description.ts';
import { hours, minutes } from '#shared/core/clock.ts';
import { administrator, getSecurely, type Headers } from '../clients.ts';
import { aPaired } from '../registered.ts';
import type { BudgetRow } from './operations.ts';

type Kind = 'runtime' | 'application';
type Poll = (etag?: string) => Promise<{ status: number; etag: string }>;

/** The polls of configurations, of a Runtime and of an Application that shares a formation with it. */
export function pollBudgetRows(system: LocalDescription, makeContactsOld: (age: number) => Promise<void>): BudgetRow[] {
  let met: Promise<Readonly<Record<Kind, Poll>>> | undefined;
  const polls = () => {
    met ??= meet(system);
    return met;
  };
  const row = (kind: Kind, isKnown: boolean, given: Pick<BudgetRow, 'roundTrips' | 'capacity'>): BudgetRow => ({
    operation: `poll of ${kind === 'runtime' ? 'a Runtime' : 'an Application'}, ${isKnown ? 'unchanged (304)' : 'changed (200)'} (authentication included)`,
    ...given,
    prepare: async () => {
      const poll = (await polls())[kind];
      // A poll before, so that the contact is noted already.
      const before = await poll();
      const etag = isKnown ? before.etag : undefined;
      const expected = isKnown ? 304 : 200;
      return async () => {
        const { status } = await poll(etag);
        if (status !== expected) throw new Error(`the poll was answered ${status} instead of ${expected}`);
      };
    },
  });
  const noted = (what: string, age: number): BudgetRow => {
    const unnoted = row('runtime', true, { roundTrips: 2, capacity: '2 RRU, consistent, and 1 write' });
    return {
      ...unnoted,
      operation: unnoted.operation.replace('unchanged (304)', `unchanged (304), its ${what} noted`),
      prepare: async () => {
        const poll = await unnoted.prepare();
        await makeContactsOld(age);
        return poll;
      },
    };
  };
  const unchanged = { roundTrips: 1, capacity: '2 RRU, consistent, and half a one for the contact of a Runtime' };
  return [
    row('runtime', true, unchanged),
    row('application', true, unchanged),
    row('runtime', false, { roundTrips: 7, capacity: 'the revision twice, and the page between' }),
    row('application', false, { roundTrips: 5, capacity: 'the revision twice, and the Application between' }),
    // The last ones, because old contacts add a write to other rows.
    noted('contact', minutes(60)),
    noted('credential', hours(7)),
  ];
}

async function meet(system: LocalDescription): Promise<Readonly<Record<Kind, Poll>>> {
  const admin = administrator(system);
  const [application, runtime] = [await aPaired(system), await aPaired(system, 'Runtime')];
  for (const owner of ['Application', 'Runtime'] as const) {
    const id = owner === 'Runtime' ? runtime.id : application.id;
    const argument = owner === 'Runtime' ? 'runtimeID' : 'applicationID';
    await admin.director(`mutation { set${owner}Label(${argument}: "${id}", key: "scenarios", value: ["polled"]) { key } }`);
  }
  const origin = new URL(system.mtlsDirectorUrl).origin;
  const pollOf =
    (kind: Kind, identity: typeof runtime): Poll =>
    async (etag) => {
      const condition: Headers = etag === undefined ? {} : { 'if-none-match': etag };
      const answer = await getSecurely(system, `${origin}/${kind}s/${identity.id}/configuration`, identity, condition);
      return { status: answer.status, etag: String(answer.headers.etag) };
    };
  const polls = { runtime: pollOf('runtime', runtime), application: pollOf('application', application) };
  await settle(polls.runtime);
  return polls;
}

/** Milliseconds: how often it is looked whether the changes have settled, and when they have in any case. */
const [patience, longest] = [250, 6_000];

/** Waits until what was changed has settled, which gives it another tag. */
async function settle(poll: Poll): Promise<void> {
  const began = Date.now();
  const { etag: young } = await poll();
  while ((await poll()).etag === young && Date.now() - began < longest) await pause(patience);
}
