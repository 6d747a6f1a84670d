import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { newId } from '#shared/core/ids.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { controlPlaneTable } from '#shared/table/control-plane-table.ts';
import { type ConfigurationWorld, configurationWorld, settled } from '../configuration-world.ts';
import { aSystem, aTenant, aUser } from '../director-world.ts';
import { type Dynamo, startDynamo } from '../engines.ts';
import { manyApplications } from '../many-applications.ts';
import { aFormation } from '../registry-builders.ts';
import { countingProxy, type Usage } from './counting-proxy.ts';

export interface MeasuredScale {
  readonly operation: string;
  readonly applications: number;
  readonly usage: Usage;
}

/** A tenant by what it has. */
export interface Size {
  readonly applications: number;
  /** At least 2: one with all Applications, the others empty. */
  readonly formations: number;
}

interface Watcher {
  readonly onMeasured: (measured: MeasuredScale) => void;
  /** Told of what is done while nothing is measured. */
  readonly onProgress?: (line: string) => void;
}

/** A page that is full even in the smallest tenant. */
const pageSize = 5;
const page = `pageInfo { endCursor } totalCount`;
const fields = 'data { id name labels auths { id } bundles { data { id } } eventingConfiguration { defaultURL } }';

/** Everything below an Application that is read from its partition. */
const nested = 'bundles { data { id apiDefinitions { data { id } } documents { data { id } } } } webhooks { id } auths { id }';

/** Formations that are made at once: more would meet in their counts. */
const formationsAtOnce = 8;

/** Runs the same operations in tenants of these sizes, and counts what passes to the table. */
export async function measureScale(sizes: readonly Size[], { onMeasured, onProgress }: Watcher): Promise<void> {
  const dynamo = await startDynamo({ stream: false });
  const proxy = await countingProxy(dynamo.endpoint);
  const client = new DynamoDBClient({
    endpoint: proxy.endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  try {
    const world = await configurationWorld({ table: controlPlaneTable(documents, dynamo.tableName) });
    for (const size of sizes) {
      const { applications } = size;
      for (const [operation, run] of await operationsIn(world, dynamo, size, onProgress)) {
        onMeasured({ operation, applications, usage: await proxy.measure(run) });
      }
    }
  } finally {
    client.destroy();
    proxy.stop();
    await dynamo.stop();
  }
}

const called = { runtime: 'a Runtime', application: 'an Application' } as const;

type Operations = readonly (readonly [operation: string, run: () => Promise<unknown>])[];

async function operationsIn(
  world: ConfigurationWorld,
  dynamo: Dynamo,
  { applications: size, formations }: Size,
  onProgress?: Watcher['onProgress'],
): Promise<Operations> {
  const tenant = aTenant();
  const admin = world.as(aUser(tenant));
  const { id: formationId, name } = await manyApplications(dynamo, tenant, size, (stored) =>
    onProgress?.(`${stored} of ${size} Applications are stored`),
  );
  await world.deps.formations.insert(aFormation({ tenant, id: formationId, name, applicationCount: size }));
  await otherFormations(world, tenant, formations - 1);
  onProgress?.(`${formations} formations are stored`);
  const { runtime } = await admin.do(`mutation { runtime: registerRuntime(in: { name: "r", labels: { scenarios: ["${name}"],
    runtime_eventServiceUrl: "https://events.example.com" } }) { id } }`);
  // The first Application of a tenant parts its quota among shards.
  await admin.do('mutation { registerApplication(in: { name: "the first" }) { id } }');
  const { found } = await admin.do(`{ found: applicationsForRuntime(runtimeID: "${runtime.id}", first: 1) { data { id } } }`);
  const [application] = found.data;
  const owners = [
    ['runtime', runtime.id],
    ['application', application.id],
  ] as const;
  const polls = await Promise.all(
    owners.map(async ([kind, id]) => {
      const { certificate } = await world.pair({ tenant, kind, id });
      const poll = (knows?: string) => world.poll(kind, id, { certificate, knows, later: settled, query: { first: String(pageSize) } });
      const { etag } = await poll();
      return { kind, poll, etag };
    }),
  );
  const asRuntime = world.as(aSystem('runtime', runtime.id, tenant));
  return [
    ['`applications`, a page', () => admin.do(`{ applications(first: ${pageSize}) { data { id name labels } ${page} } }`)],
    [
      '`applicationsForRuntime`, a page',
      () => asRuntime.do(`{ applicationsForRuntime(runtimeID: "${runtime.id}", first: ${pageSize}) { ${fields} ${page} } }`),
    ],
    [
      '`applications`, a page with nested fields',
      () => admin.do(`{ applications(first: ${pageSize}) { data { id ${nested} } pageInfo { endCursor } } }`),
    ],
    [
      '`applications`, twice the page with nested fields',
      () => admin.do(`{ applications(first: ${2 * pageSize}) { data { id ${nested} } pageInfo { endCursor } } }`),
    ],
    [
      '`applications`, by a label that many have',
      () => admin.do(`{ applications(filter: [{ key: "scenarios" }], first: ${pageSize}) { data { id } pageInfo { endCursor } } }`),
    ],
    [
      '`applications`, by a label that none has',
      () => admin.do(`{ applications(filter: [{ key: "none" }], first: ${pageSize}) { data { id } ${page} } }`),
    ],
    ['`formations`, a page', () => admin.do(`{ formations(first: ${pageSize}) { data { id name } ${page} } }`)],
    ['`application(id)`', () => admin.do(`{ application(id: "${application.id}") { id name bundles { data { id } } } }`)],
    ...polls.map(({ kind, poll, etag }) => [`poll of ${called[kind]}, unchanged`, async () => statusOf(await poll(etag), 304)] as const),
    ...polls.map(({ kind, poll }) => [`poll of ${called[kind]}, changed`, async () => statusOf(await poll(), 200)] as const),
    [
      'assign an Application to a formation',
      () =>
        admin.do(
          `mutation { assignFormation(objectID: "${application.id}", objectType: APPLICATION, formation: { name: "other-1" }) { id } }`,
        ),
    ],
    ['register an Application', () => admin.do('mutation { registerApplication(in: { name: "one more" }) { id } }')],
  ];
}

/** Makes empty formations, a few at once. */
async function otherFormations(world: ConfigurationWorld, tenant: TenantId, count: number): Promise<void> {
  const names = Array.from({ length: count }, (_, index) => `other-${index + 1}`);
  for (let made = 0; made < count; made += formationsAtOnce) {
    const next = names.slice(made, made + formationsAtOnce);
    await Promise.all(next.map((name) => world.deps.formations.insert(aFormation({ tenant, id: newId(), name }))));
  }
}

function statusOf({ status }: { status: number }, expected: number): void {
  if (status !== expected) throw new Error(`the poll was answered ${status}`);
}
