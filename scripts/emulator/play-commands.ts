import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { ListHostedZonesCommand, Route53Client } from '@aws-sdk/client-route-53';
import { GetQueueAttributesCommand, type QueueAttributeName, SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { account, region } from '#local/template/local-identities.ts';
import type { Ended } from '../aws/node-process.ts';
import { eventually } from '../demo/eventually.ts';
import type { Stage } from '../demo/stage.ts';
import { check } from '../demo/step-reporter.ts';
import { awsCommand } from './aws-command.ts';
import { openQueue } from './open-queue.ts';
import { otherStacks } from './stack.ts';
import type { EmulatedSystem } from './system.ts';

type Run = (name: string, args: readonly string[], more?: Record<string, string>) => Promise<Ended>;

/** Runs the commands of an operator against the deployment. */
export async function playCommands(stage: Stage, system: EmulatedSystem, folder: string): Promise<void> {
  const { deployment, emulator } = system;
  const stages = join(folder, 'stages');
  const name = deployment.prefix.replace(/^compass-/, '');
  const run: Run = (command, args, more) => awsCommand(emulator, [command, '--stage', name, '--stages', stages, ...args], more);
  await mkdir(stages);
  await writeFile(join(stages, `${name}.json`), JSON.stringify(await stageFile(system)));
  await playDoctor(stage, run);
  await playAdmin(stage, run);
  await playSmoke(stage, run);
  await playDrill(stage, system, run);
}

/** The file of a stage that fits the emulator's account. */
async function stageFile({ emulator: { client } }: EmulatedSystem) {
  const { AccountLimit } = await new LambdaClient(client).send(new GetAccountSettingsCommand({}));
  const { HostedZones: [zone] = [] } = await new Route53Client(client).send(new ListHostedZonesCommand({}));
  return {
    account,
    region,
    domainName: zone?.Name?.replace(/\.$/, ''),
    hostedZoneId: zone?.Id?.replace('/hostedzone/', ''),
    accountConcurrency: AccountLimit?.ConcurrentExecutions,
  };
}

const linesOf = (output: string, verdict: string): string[] => output.split('\n').filter((line) => line.startsWith(verdict));

async function playDoctor({ step }: Stage, run: Run): Promise<void> {
  await step('commands', 1, 'doctor finds nothing to do but what the emulator lacks: a zone that the world asks', async () => {
    const { code, output } = await run('doctor', []);
    const todos = linesOf(output, 'todo');
    check(code === 1 && todos.length === 1 && todos[0]?.includes('the world asks'), `one thing to do, not:\n${output}`);
    check(linesOf(output, 'ok').length >= 5, `five things in order, not:\n${output}`);
  });
}

async function playAdmin({ step, system }: Stage, run: Run): Promise<void> {
  const [tenant = ''] = system.tenants;
  await step('commands', 2, 'admin makes an administrator, and may be repeated until the user has chosen a password', async () => {
    const args = ['--email', 'second@compass.example.com', '--tenant', tenant];
    const [first, second] = [await run('admin', args), await run('admin', args)];
    check(first.code === 0 && first.output.includes('First password'), `a first password, not:\n${first.output}`);
    check(second.code === 0 && second.output.includes('was there'), `the same user, not:\n${second.output}`);
  });
}

async function playSmoke({ step, system, administrator }: Stage, run: Run): Promise<void> {
  const [tenant = ''] = system.tenants;
  const asUser = { TOKEN: system.adminTokens[tenant] ?? '' };
  const count = () => administrator.director('{ result: applications(first: 1) { totalCount } }', z.object({ totalCount: z.number() }));
  const before = await count();
  const at = (mtlsUrl: string) => ['--tenant', tenant, '--public-url', system.publicUrl, '--mtls-url', mtlsUrl];
  await step('commands', 3, 'smoke calls every API as an administrator, and leaves nothing', async () => {
    const { code, output } = await run('smoke', at(system.mtlsUrl), asUser);
    check(code === 0 && linesOf(output, 'ok').length >= 14, `fourteen parts in order, not:\n${output}`);
    check((await count()).totalCount === before.totalCount, 'as many Applications as before');
  });
  await step('commands', 4, 'smoke leaves nothing either when an API does not answer, and says which', async () => {
    const { code, output } = await run('smoke', at('https://127.0.0.1:1'), asUser);
    check(code === 1 && linesOf(output, 'FAIL  mutual TLS').length === 1, `a failure over mutual TLS, not:\n${output}`);
    check((await count()).totalCount === before.totalCount, 'as many Applications as before');
  });
  await step('commands', 5, 'smoke calls every API as an OAuth client', async () => {
    const client = await oauthClient(administrator);
    const { code, output } = await run('smoke', at(system.mtlsUrl), client);
    check(code === 0 && output.includes('as OAuth client'), `no failure, not:\n${output}`);
  });
}

const credential = z.object({ auth: z.object({ credential: z.object({ clientId: z.string(), clientSecret: z.string() }) }) });

async function oauthClient({ director }: Stage['administrator']) {
  const { id } = await director(
    'mutation { result: registerIntegrationSystem(in: { name: "operator" }) { id } }',
    z.object({ id: z.string() }),
  );
  const query = `mutation ($id: ID!) { result: requestClientCredentialsForIntegrationSystem(id: $id) {
    auth { credential { ... on OAuthCredentialData { clientId clientSecret } } } } }`;
  const { auth } = await director(query, credential, { id });
  return { COMPASS_CLIENT_ID: auth.credential.clientId, COMPASS_CLIENT_SECRET: auth.credential.clientSecret };
}

/** A queue that listens to the alarms. */
const subscriber = (topic: string) => ({
  Resources: {
    ...openQueue('sns.amazonaws.com', topic),
    Subscription: {
      Type: 'AWS::SNS::Subscription',
      Properties: { TopicArn: topic, Protocol: 'sqs', Endpoint: { 'Fn::GetAtt': ['Queue', 'Arn'] } },
    },
  },
  Outputs: { QueueUrl: { Value: { Ref: 'Queue' } } },
});

async function playDrill({ step }: Stage, { emulator, deployment }: EmulatedSystem, run: Run): Promise<void> {
  const patience = ['--patience', '0'];
  await step('commands', 6, 'drill fails as long as the alarms have no subscriber', async () => {
    const { code, output } = await run('drill', patience);
    check(code === 1 && output.includes('no subscriber'), `a failure for want of a subscriber, not:\n${output}`);
  });
  await step('commands', 7, 'drill rings every alarm and ends it, a subscriber gets both, and each leads to its section', async () => {
    const topic = `arn:aws:sns:${region}:${account}:${deployment.prefix}-alarms`;
    const { QueueUrl = '' } = await otherStacks(emulator).create('on-call', subscriber(topic));
    const { code, output } = await run('drill', patience);
    check(code === 0, `no failure, not:\n${output}`);
    const alarms = output.match(/docs\/runbook\.md#[\w-]+(;|$)/gm) ?? [];
    const open = output.match(/closed by hand/g) ?? [];
    check(alarms.length > 20, `more than 20 alarms and rules, not ${alarms.length}`);
    const expected = 2 * alarms.length - open.length;
    // Messages of rules take a moment.
    await eventually(`${expected} messages of ${alarms.length} alarms and rules`, async () =>
      (await messagesIn(emulator, QueueUrl)) === expected ? true : undefined,
    );
  });
}

async function messagesIn({ client }: EmulatedSystem['emulator'], QueueUrl: string): Promise<number> {
  const AttributeNames: QueueAttributeName[] = ['ApproximateNumberOfMessages'];
  const { Attributes } = await new SQSClient(client).send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
  return Number(Attributes?.ApproximateNumberOfMessages);
}
