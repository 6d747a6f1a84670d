import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { administrator, type WireAnswer } from '#test/support/clients.ts';
import { anIntegrationSystem } from '#test/support/oauth-client.ts';
import { operationsById } from '#test/support/operations-by-id.ts';
import { anonymous, oneOfEverything, type Subjects, unknownSubjects } from '#test/support/subjects.ts';
import { pairedSystem, type SystemClient } from '#test/support/system-actors.ts';

const system = inject('system');
const here = administrator(system);
const elsewhere = administrator(system, system.tenants[1]);
let there: Subjects;
let own: Subjects;
let application: SystemClient;
let runtime: SystemClient;
let integrationSystem: Awaited<ReturnType<typeof anIntegrationSystem>>;

beforeAll(async () => {
  there = await oneOfEverything({ do: here.director }, randomUUID());
  own = await oneOfEverything({ do: elsewhere.director }, randomUUID());
  application = await pairedSystem(system, 'application');
  runtime = await pairedSystem(system, 'runtime');
  integrationSystem = await anIntegrationSystem(system, elsewhere.tenant);
});

const operations = operationsById.map(
  ([name, access]) => [name, (at: Subjects, mine: Subjects) => access.flatMap(({ documents }) => documents(at, mine))] as const,
);
const wire = ({ status, text }: WireAnswer) => `${status} ${text}`;

describe.each(operations)('%s', (_, documents) => {
  it('answers for an object of another owner as for one that does not exist', async () => {
    const unknown = unknownSubjects();
    const askers = [
      { ask: (query: string) => elsewhere.attempt(system.directorUrl, query), mine: own },
      { ask: integrationSystem.ask, mine: own },
      { ask: application.ask, mine: { ...there, application: application.id } },
      { ask: runtime.ask, mine: { ...there, runtime: runtime.id } },
    ];
    for (const { ask, mine } of askers) {
      const missing = documents(unknown, mine);
      for (const [index, document] of documents(there, mine).entries()) {
        if (document === missing[index]) continue;
        const [foreign, nobodys] = await Promise.all([ask(document), ask(missing[index] ?? '')]);
        const names = mine === own ? {} : mine;
        expect(anonymous(wire(foreign), there)).toEqual(anonymous(anonymous(wire(nobodys), unknown), { ...there, ...names }));
      }
    }
  });
});

describe('an object of another owner', () => {
  it('is unchanged afterwards', async () => {
    const {
      application: found,
      runtime: place,
      formation,
    } = await here.director(`{
      application(id: "${there.application}") { description labels(key: "scenarios") webhooks { id } bundles { data { name
        apiDefinitions { data { id spec { data } } } eventDefinitions { data { id spec { data } } } documents { data { id } } } } }
      runtime(id: "${there.runtime}") { labels(key: "k") webhooks { id } }
      formation(id: "${there.formationId}") { name } }`);
    expect(found).toEqual({
      description: null,
      labels: { scenarios: [there.formation] },
      webhooks: [{ id: there.applicationWebhook }],
      bundles: {
        data: [
          {
            name: 'bundle',
            apiDefinitions: { data: [{ id: there.api, spec: { data: 'openapi: 3.1.0' } }] },
            eventDefinitions: { data: [{ id: there.event, spec: { data: 'asyncapi: 3.0.0' } }] },
            documents: { data: [{ id: there.document }] },
          },
        ],
      },
    });
    expect(place).toEqual({ labels: {}, webhooks: [{ id: there.runtimeWebhook }] });
    expect(formation).toEqual({ name: there.formation });
  });
});
