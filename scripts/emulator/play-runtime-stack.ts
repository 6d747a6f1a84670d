import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ListHostedZonesCommand, Route53Client } from '@aws-sdk/client-route-53';
import * as z from 'zod';
import { stopSteps } from '#local/stop-steps.ts';
import { runtimeTags } from '#shared/provisioning/runtime-template-contract.ts';
import type { Cast } from '../demo/configuration.ts';
import { eventually } from '../demo/eventually.ts';
import { formation } from '../demo/pairing.ts';
import type { Stage } from '../demo/stage.ts';
import { check } from '../demo/step-reporter.ts';
import { zone } from './deploy.ts';
import { operationSucceeds } from './operation.ts';
import { playRuntimeEvents } from './play-runtime-events.ts';
import { playRuntimeUpgrade } from './play-runtime-upgrade.ts';
import { type RuntimeAccount, runtimeAccount } from './runtime-account.ts';
import { startRuntimeEdge } from './runtime-edge.ts';
import type { EmulatedSystem } from './system.ts';
import { followEvents } from './third-party.ts';

const started = z.object({ id: z.string(), runtimeID: z.string() });
const credential = z.object({ auth: z.object({ certCommonName: z.string().nullish() }).nullish() });
const runtime = z.object({ status: z.object({ condition: z.string() }), auths: z.array(credential) });
const domainName = `events.${zone.domain}`;

/** Plays the life of a Runtime that is a stack of CloudFormation: from its provisioning over events and an upgrade to its removal. */
export async function playRuntimeStack(stage: Stage, cast: Cast, system: EmulatedSystem, folder: string): Promise<void> {
  const { step, administrator } = stage;
  const id = await step('runtime-stack', 1, 'the Provisioner builds a stack, and the Agent in it pairs by itself over mutual TLS', () =>
    provision(stage, system),
  );
  const account = runtimeAccount(system, id);
  await playStack(stage, account, id);
  const own = stopSteps();
  stage.closeLater(own.run);
  const file = join(folder, 'runtime-bus.jsonl');
  const { EventBusName: busName = '' } = await account.outputs();
  const unfollow = await followEvents(system.emulator, { busName, source: [{ prefix: 'mp-' }], name: 'runtime', file }, own);
  const edge = await startRuntimeEdge(system, account, domainName, own);
  await playRuntimeEvents(stage, cast, { id, account, emulator: system.emulator, edge, file, domainName });
  await playRuntimeUpgrade(stage, system, account, id);
  await unfollow();
  await own.run();
  await rm(file);
  await step('runtime-stack', 5, 'deprovisioning leaves nothing of it in the account', async () => {
    const mutation = 'mutation ($id: String!) { result: deprovisionRuntime(id: $id) }';
    await operationSucceeds(administrator, await administrator.provisioner(mutation, z.string(), { id }));
    const left = await account.left(domainName);
    check(left.length === 0, `nothing, not: ${left.join(', ')}`);
    const found = await administrator
      .director('query ($id: ID!) { result: runtime(id: $id) { id } }', z.unknown(), { id })
      .catch(() => null);
    check(!found, 'no Runtime in the Director');
  });
}

async function provision({ administrator }: Stage, { emulator }: EmulatedSystem): Promise<string> {
  const { HostedZones: [hosted] = [] } = await new Route53Client(emulator.client).send(new ListHostedZonesCommand({}));
  const parameters = { eventsDomainName: domainName, eventsHostedZoneId: hosted?.Id?.replace('/hostedzone/', '') };
  const operation = await administrator.provisioner(
    'mutation ($config: ProvisionRuntimeInput!) { result: provisionRuntime(config: $config) { id runtimeID } }',
    started,
    { config: { runtimeInput: { name: 'runtime-on-aws' }, driver: 'cloudformation', parameters, formations: [formation] } },
  );
  await operationSucceeds(administrator, operation.id);
  const query = 'query ($id: ID!) { result: runtime(id: $id) { status { condition } auths { auth { certCommonName } } } }';
  const { status, auths } = await administrator.director(query, runtime, { id: operation.runtimeID });
  check(status.condition === 'CONNECTED', `the Runtime to be connected, not ${status.condition}`);
  check(
    auths.some(({ auth }) => auth?.certCommonName),
    'a certificate of the Runtime',
  );
  return operation.runtimeID;
}

async function playStack({ step }: Stage, account: RuntimeAccount, id: string): Promise<void> {
  await step('runtime-stack', 2, 'the stack has the tags of its tenant and Runtime, and outputs for people', async () => {
    const { Tags = [] } = (await account.stack()) ?? {};
    check(
      Tags.some(({ Key, Value }) => Key === runtimeTags.runtime && Value === id),
      'the tag of the Runtime',
    );
    const { TableName, EventsUrl } = await account.outputs();
    check(TableName === account.stackName, 'the name of its table');
    check(EventsUrl === `https://${domainName}`, `the domain of its events gateway, not ${EventsUrl}`);
  });
  await step('runtime-stack', 3, 'the parameter of its Agent has no token any more', async () => {
    check((await account.configuration()) === '{}', 'an empty configuration');
  });
  await step('runtime-stack', 4, 'its table has the Applications of the formation with their contents', async () => {
    const heads = await eventually('the heads of Applications', async () => {
      const found = await account.partition('APPLICATIONS');
      return found.length > 0 ? found : undefined;
    });
    for (const { id: application, content } of heads) {
      const parts = (await account.partition(`APPLICATION#${application}`)).filter(({ sk }) => String(sk).startsWith(`${content}#`));
      const whole = JSON.parse(parts.map(({ json }) => json).join('')) as { id: string };
      check(whole.id === application, 'the contents of each Application');
    }
  });
}
