import { randomUUID } from 'node:crypto';
import type { Actor, OwnerKind } from '#shared/core/actor.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import type { Data } from '#test/support/clients.ts';
import { anIntegrationSystem, aSystem, aTenant, aUser, directorWorld } from '#test/support/director-world.ts';
import type { Dynamo } from '#test/support/engines.ts';
import { type Crash, crashing } from '#test/support/pairing-model/crashes.ts';
import type { Sender } from './model.ts';

/** The error of a request that died on its way. */
const died = 'InternalError';

/** The Director with its resolvers on the real table, as each sender meets it; a request may die at any write or read of a port. */
export function systemUnderTest(dynamo: Dynamo) {
  let mortal = crashing(undefined);
  const dying = <P extends object>(port: P): P => new Proxy(port, { get: (target, name) => Reflect.get(mortal(target), name) as unknown });
  const { deps } = directorWorld(dynamo);
  const world = directorWorld(dynamo, {
    runtimes: dying(deps.runtimes),
    applications: dying(deps.applications),
    formations: dying(deps.formations),
    automaticAssignments: dying(deps.automaticAssignments),
    labelDefinitions: dying(deps.labelDefinitions),
  });
  let tenant: TenantId = aTenant();

  function actorOf(sender: Sender, kind: OwnerKind, id: string): Actor {
    if (sender === 'user') return aUser(tenant);
    if (sender === 'integration system') return anIntegrationSystem(tenant);
    if (sender === 'itself') return aSystem(kind, id, tenant);
    if (sender === 'another') return aSystem(kind, randomUUID(), tenant);
    return aSystem(kind === 'runtime' ? 'application' : 'runtime', randomUUID(), tenant);
  }

  async function ask(actor: Actor, document: string, variables: object, crash?: Crash): Promise<{ data: Data; error?: string }> {
    mortal = crashing(crash);
    const { data, errors } = await world.as(actor).ask(document, variables);
    mortal = crashing(undefined);
    const error = errors[0]?.extensions?.error;
    // Without an answer, the sender sends the request again, and is refused for what is done already.
    if (crash && error === died) return { data: (await ask(actor, document, variables)).data, error: 'sent again' };
    return { data, ...(error !== undefined && { error }) };
  }

  const seen = new Map<string, number>();

  return {
    seen,
    saw: (outcome: string) => void seen.set(outcome, (seen.get(outcome) ?? 0) + 1),

    /** Starts a story in a tenant of its own, with a template to make Applications from. */
    begin: async (): Promise<void> => {
      tenant = aTenant();
      await world.as(aUser(tenant)).do(
        `mutation { createApplicationTemplate(in: { name: "shop", accessLevel: GLOBAL, placeholders: [{ name: "name" }, { name: "group" }],
          applicationInput: { name: "{{name}}", labels: { scenarios: ["{{group}}"] } } }) { id } }`,
      );
    },

    send: (sender: Sender, kind: OwnerKind, id: string, document: string, variables: object, crash?: Crash) =>
      ask(actorOf(sender, kind, id), document, variables, crash),

    /** Labels and formations of everything there is, and what each Runtime sees. */
    state: async () => {
      const all = await world.as(aUser(tenant)).do(
        `{ runtimes(first: 200) { data { id labels } } applications(first: 200) { data { id labels } }
           automaticScenarioAssignments(first: 200) { data { scenarioName selector { key value } } } formations(first: 200) { data { id name } }
           labelDefinitions { key } }`,
      );
      const sees = async (id: string): Promise<string[]> => {
        const { seen: page } = await world
          .as(aSystem('runtime', id, tenant))
          .do('query ($id: ID!) { seen: applicationsForRuntime(runtimeID: $id) { data { id } } }', { id });
        return page.data.map((one: { id: string }) => one.id);
      };
      const runtimes = await Promise.all(all.runtimes.data.map(async (one: Data) => ({ ...one, sees: await sees(one.id) })));
      return {
        runtimes,
        applications: all.applications.data,
        automatic: all.automaticScenarioAssignments.data,
        formations: all.formations.data,
        definitions: all.labelDefinitions,
      };
    },
  };
}

export type SystemUnderTest = ReturnType<typeof systemUnderTest>;
