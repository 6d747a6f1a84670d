import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
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

/** A page that is full even in the smallest tenant. */
const pageSize = 5;
const page = `pageInfo { endCursor } totalCount`;
const fields = 'data { id name labels auths { id } bundles { data { id } } eventingConfiguration { defaultURL } }';

/** Runs the same operations in tenants with this many Applications each, all in one formation, and counts what passes to the table. */
export async function measureScale(sizes: readonly number[], onMeasured: (measured: MeasuredScale) => void): Promise<void> {
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
    for (const applications of sizes) {
      for (const [operation, run] of await operationsIn(world, dynamo, applications)) {
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

async function operationsIn(world: ConfigurationWorld, dynamo: Dynamo, size: number): Promise<Operations> {
  const tenant = aTenant();
  const admin = world.as(aUser(tenant));
  const { id: formationId, name } = await manyApplications(dynamo, tenant, size);
  await world.deps.formations.insert(aFormation({ tenant, id: formationId, name, applicationCount: size }));
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
    ['`application(id)`', () => admin.do(`{ application(id: "${application.id}") { id name bundles { data { id } } } }`)],
    ...polls.map(({ kind, poll, etag }) => [`poll of ${called[kind]}, unchanged`, async () => statusOf(await poll(etag), 304)] as const),
    ...polls.map(({ kind, poll }) => [`poll of ${called[kind]}, changed`, async () => statusOf(await poll(), 200)] as const),
    ['register an Application', () => admin.do('mutation { registerApplication(in: { name: "one more" }) { id } }')],
  ];
}

function statusOf({ status }: { status: number }, expected: number): void {
  if (status !== expected) throw new Error(`the poll was answered ${status}`);
}
