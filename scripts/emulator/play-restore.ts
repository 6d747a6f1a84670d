import { readFile } from 'node:fs/promises';
import { CloudWatchLogsClient, CreateLogStreamCommand, PutLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { type Pairing, pairApplication, readRawToken, sendGraphql } from '#application-client';
import { journalOf } from '../aws/restore/journal.ts';
import { dropTable } from '../aws/restore/side-table.ts';
import { refusalOf } from '../demo/administrator.ts';
import { eventually } from '../demo/eventually.ts';
import type { Stage } from '../demo/stage.ts';
import { check } from '../demo/step-reporter.ts';
import { awsCommand } from './aws-command.ts';
import type { EmulatedSystem } from './system.ts';

const withId = z.object({ id: z.string() });
const viewer = z.object({ viewer: withId });

/** Restores the table to a time before a certificate was revoked and a credential deleted. */
export async function playRestore(stage: Stage, system: EmulatedSystem): Promise<void> {
  const { step } = stage;
  const { prefix } = system.deployment;
  const options = ['--stage', prefix.replace(/^compass-/, '')];
  const [revoked, deleted, other] = [await pair(stage, 'revoked'), await pair(stage, 'deleted'), await pair(stage, 'other')];
  const to = new Date().toISOString();

  const restored = await step('restore', 1, 'the drill restores the table beside the present one', async () => {
    const { code, output } = await awsCommand(system.emulator, ['restore-drill', ...options, '--to', to, '--keep']);
    check(code === 0, `no failure, not:\n${output}`);
    return /Kept: (\S+)/.exec(output)?.[1] ?? '';
  });
  const late = await register(stage, 'late');
  await revoke(stage, revoked.pairing);
  await deleteCredentials(stage, deleted.id);
  await step('restore', 2, 'the bus brings the journal what was revoked and deleted', async () => {
    // The emulator's rules write to no log group: these are the events that the third party got.
    await eventually('both events', async () => ((await endings(stage, [revoked.id, deleted.id])).length === 2 ? true : undefined));
    await writeJournal(system, await endings(stage, [revoked.id, deleted.id]));
  });
  await step('restore', 3, 'after the restore both are refused, another is not, and what was made since is gone', async () => {
    const args = ['restore', ...options, '--from', restored, '--to', to, '--confirm', prefix, '--drain', '0'];
    const { code, output } = await awsCommand(system.emulator, args);
    check(code === 0 && output.includes('The functions run again'), `no failure, not:\n${output}`);
    check((await refusalOf(who(stage, revoked.pairing))).includes('revoked'), 'the revoked certificate to be refused');
    check((await refusalOf(who(stage, deleted.pairing))).includes('deleted'), 'the deleted credential to be refused');
    check((await who(stage, other.pairing)) === other.id, 'the other certificate to count');
    const query = 'query ($id: ID!) { result: application(id: $id) { id } }';
    const found = await stage.administrator.director(query, withId.nullable(), { id: late }).catch(() => null);
    check(!found, 'no Application that was registered since');
    await dropTable(new DynamoDBClient(system.emulator.client), restored);
  });
}

async function register({ administrator }: Stage, name: string): Promise<string> {
  const query = 'mutation ($in: ApplicationRegisterInput!) { result: registerApplication(in: $in) { id } }';
  return (await administrator.director(query, withId, { in: { name: `restore-${name}` } })).id;
}

async function pair(stage: Stage, name: string): Promise<{ id: string; pairing: Pairing }> {
  const id = await register(stage, name);
  const query = 'mutation ($id: ID!) { result: requestOneTimeTokenForApplication(id: $id) { rawEncoded } }';
  const { rawEncoded } = await stage.administrator.director(query, z.object({ rawEncoded: z.string() }), { id });
  return { id, pairing: await pairApplication(readRawToken(rawEncoded), stage.caCertificate) };
}

async function who({ caCertificate }: Stage, { directorUrl, identity }: Pairing): Promise<string> {
  const request = { url: directorUrl, query: '{ viewer { id } }', schema: viewer };
  return (await sendGraphql(request, { caCertificate, identity })).viewer.id;
}

async function revoke({ caCertificate }: Stage, { connectorUrl, identity }: Pairing): Promise<void> {
  const schema = z.object({ revokeCertificate: z.literal(true) });
  await sendGraphql({ url: connectorUrl, query: 'mutation { revokeCertificate }', schema }, { caCertificate, identity });
}

async function deleteCredentials({ administrator }: Stage, id: string): Promise<void> {
  const query = 'query ($id: ID!) { result: application(id: $id) { auths { id } } }';
  const { auths } = await administrator.director(query, z.object({ auths: z.array(withId) }), { id });
  for (const auth of auths)
    await administrator.director('mutation ($id: ID!) { result: deleteSystemAuthForApplication(authID: $id) { id } }', withId, auth);
}

/** The lines of the third party's file that say that a certificate of these owners has ended. */
async function endings({ system }: Stage, owners: readonly string[]): Promise<string[]> {
  const lines = (await readFile(system.events, 'utf8')).split('\n');
  return lines.filter((line) => line.includes('CertificateRevoked') && owners.some((id) => line.includes(id)));
}

async function writeJournal({ emulator, deployment }: EmulatedSystem, lines: readonly string[]): Promise<void> {
  const client = new CloudWatchLogsClient(emulator.client);
  const stream = { logGroupName: journalOf(deployment.prefix), logStreamName: 'events' };
  await client.send(new CreateLogStreamCommand(stream));
  const timestamp = Date.now();
  await client.send(new PutLogEventsCommand({ ...stream, logEvents: lines.map((message) => ({ timestamp, message })) }));
}
