import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConfigurationRevisionRepository } from '#shared/configuration/configuration-revision-repository.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { type ConfigurationWorld, configurationWorld, settled } from '#test/support/configuration-world.ts';
import { aTenant, aUser, type Caller } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { oneOfEverything, type Subjects } from '#test/support/subjects.ts';

let dynamo: Dynamo;
let world: ConfigurationWorld;
let tenant: TenantId;
let admin: Caller;
let own: Subjects;

beforeAll(async () => {
  dynamo = await startDynamo();
  world = await configurationWorld(dynamo);
  tenant = aTenant();
  admin = world.as(aUser(tenant));
  own = await oneOfEverything(admin, 'own');
});
afterAll(() => dynamo.stop());

/** Changes what the Application and, for it is told the name of its bundle, the Runtime poll. */
const change = () => admin.do(`mutation { updateBundle(id: "${own.bundle}", in: { name: "${crypto.randomUUID()}" }) { id } }`);

/** The port of the revisions, with a change before or after some of the times it is read; and how often it was. */
function disturbed(changes: { readonly before?: readonly number[]; readonly after?: readonly number[] }) {
  let reads = 0;
  const revisions: ConfigurationRevisionRepository = {
    ...world.deps.revisions,
    current: async (of) => {
      reads += 1;
      const time = reads;
      if (changes.before?.includes(time)) await change();
      const revision = await world.deps.revisions.current(of);
      if (changes.after?.includes(time)) await change();
      return revision;
    },
  };
  return { revisions, reads: () => reads };
}

describe.each(['runtime', 'application'] as const)('the configuration of a %s', (kind) => {
  let certificate: string;
  beforeAll(async () => {
    ({ certificate } = await world.pair({ tenant, kind, id: own[kind] }));
  });
  const poll = (revisions = world.deps.revisions, knows?: string) =>
    world.poll(kind, own[kind], { certificate, knows, later: settled }, { revisions });

  it.each([
    ['not at all', {}, 2],
    ['before the content is read', { after: [1] }, 3],
    ['after the content was read', { before: [2] }, 3],
    ['twice while it is read', { before: [2, 3] }, 4],
  ])('is the current one, and tagged so, when it changes %s', async (_, changes, reads) => {
    const port = disturbed(changes);
    const { status, etag, text } = await poll(port.revisions);
    const undisturbed = await poll();
    expect({ status, etag, text }).toEqual({ status: 200, etag: undisturbed.etag, text: undisturbed.text });
    expect(port.reads()).toBe(reads);
  });

  it('has no tag when it changes each of the three times that it is read', async () => {
    const { etag: known } = await poll();
    const port = disturbed({ before: [2, 3, 4] });
    const { status, headers, json } = await poll(port.revisions);
    expect({ status, json }).toMatchObject({ status: 200, json: { [kind]: expect.anything() } });
    expect(Object.keys(headers).sort()).toEqual(['cache-control', 'compass-poll-after', 'content-type']);
    expect(port.reads()).toBe(4);
    expect((await poll(undefined, known)).status).toBe(200);
  });
});
