/**
 * Prints what hostile requests cost the Director beside a normal one, as CPU time and as a ratio: `npm run bench:graphql`.
 * The machine decides on the milliseconds, the code on the ratios.
 */
import { Bench } from 'tinybench';
import { resolvers } from '#functions/director/resolvers.ts';
import { typeDefs } from '#functions/director/schema.generated.ts';
import { executableSchema } from '#shared/graphql/executable-schema.ts';
import { graphqlEndpoint } from '#shared/graphql/graphql-endpoint.ts';
import { agentConfigurationQuery } from '#test/support/agent-documents.ts';
import { hostileBodies, hostileDocuments } from '#test/support/graphql-attacks.ts';
import { graphqlEvent } from '#test/support/graphql-event.ts';

/** The Director up to its first read of the table: reading, limits, rules. `n` makes a document that it has not seen before. */
const serve = graphqlEndpoint({
  schema: executableSchema(typeDefs, resolvers),
  context: async () => ({ actor: { kind: 'user', scopes: new Set() } }),
  mayIntrospect: () => true,
  report: () => undefined,
});

let n = 0;
const synchronisation = () => JSON.stringify({ query: agentConfigurationQuery(`r${n++}`) });
const requests: Record<string, () => string> = {
  'the synchronisation of a Runtime Agent, not seen before': synchronisation,
  ...Object.fromEntries(Object.entries(hostileDocuments).map(([name, { document }]) => [name, () => JSON.stringify({ query: document })])),
  ...Object.fromEntries(Object.entries(hostileBodies).map(([name, body]) => [name, () => body])),
};

/** CPU time of this thread, in milliseconds: what other programs do meanwhile does not count. Some kernels count in steps of 4. */
const cpuTime = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

const spent = new Map<string, number>();
const bench = new Bench({ time: 1000, warmupTime: 200 });
for (const [name, body] of Object.entries(requests)) {
  let started = 0;
  bench.add(name, async () => void (await serve(graphqlEvent(body()))), {
    beforeAll: () => {
      started = cpuTime();
    },
    afterAll: () => void spent.set(name, cpuTime() - started),
  });
}
const tasks = await bench.run();

const means = tasks.map(({ name, runs, result }) => {
  if (result.state !== 'completed') throw new Error(`${name}: ${result.state}`);
  return { name, milliseconds: (spent.get(name) ?? 0) / runs };
});
const normal = means[0]?.milliseconds ?? 0;
console.log('| Request | CPU ms | Compared with the first |\n|---|---|---|');
for (const { name, milliseconds } of means) {
  console.log(`| ${name} | ${milliseconds.toFixed(2)} | ${(milliseconds / normal).toFixed(1)} |`);
}
