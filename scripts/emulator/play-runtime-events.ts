import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { post, sendEvent } from '#application-client';
import { clientToken } from '../aws/smoke/caller.ts';
import { refusalOf } from '../demo/administrator.ts';
import type { Cast } from '../demo/configuration.ts';
import { eventually } from '../demo/eventually.ts';
import { pairOutsider } from '../demo/runtime-events.ts';
import type { Stage } from '../demo/stage.ts';
import { check } from '../demo/step-reporter.ts';
import type { Emulator } from './ministack.ts';
import type { RuntimeAccount } from './runtime-account.ts';

interface EventsGateway {
  /** The id of the Runtime. */
  readonly id: string;
  readonly account: Pick<RuntimeAccount, 'outputs' | 'partition'>;
  readonly emulator: Pick<Emulator, 'endpoint'>;
  readonly domainName: string;
  /** The address of this machine for the domain. */
  readonly edge: string;
  /** The file with the events of the Runtime's bus. */
  readonly file: string;
}

const type = 'order.placed.v1';
const busEvent = z.object({ source: z.string(), 'detail-type': z.string(), detail: z.looseObject({ id: z.string() }) });
const oauth = z.object({
  auth: z.object({ credential: z.object({ clientId: z.string(), clientSecret: z.string(), url: z.string() }) }),
});

/** The Application is notified of the Runtime and sends it events, with its certificate and with an access token. */
export async function playRuntimeEvents(stage: Stage, { application, listening }: Cast, gateway: EventsGateway): Promise<void> {
  const { step, administrator, caCertificate } = stage;
  const { id, account, domainName, edge } = gateway;
  const given = await step('runtime-gateway', 1, 'the Director notifies the Application of the address of the events gateway', async () => {
    const base = `https://${domainName}/`;
    const change = await eventually('the webhook', () =>
      listening.changes.find(({ runtimeId, eventsUrl }) => runtimeId === id && eventsUrl.startsWith(base)),
    );
    return change.eventsUrl;
  });
  const url = given.replace(`https://${domainName}`, edge);
  const trust = { caCertificate, identity: application.identity() };
  await step('runtime-gateway', 2, 'an event that it sends with its certificate is on the bus of the Runtime, under its name', async () => {
    await eventually('the Application in the view', async () =>
      (await account.partition('APPLICATIONS')).find((head) => head.id === application.id),
    );
    const sent = await sendEvent(url, { type, data: { order: '4711' } }, trust);
    const found = await arrived(gateway, sent);
    check(found.source === 'mp-sample-shop' && found['detail-type'] === type, 'name and type as source and detail type');
    check(JSON.stringify(found.detail.data) === '{"order":"4711"}', 'the data as it was sent');
  });
  await step('runtime-gateway', 3, 'so is an event that it sends with an access token of its OAuth client', async () => {
    const query = `mutation ($id: ID!) { result: requestClientCredentialsForApplication(id: $id) {
      auth { credential { ... on OAuthCredentialData { clientId clientSecret url } } } } }`;
    const { credential } = (await administrator.director(query, oauth, { id: application.id })).auth;
    const token = await clientToken(credential.url, credential.clientId, credential.clientSecret);
    const sent = await postWith(gateway, `Bearer ${token}`);
    check(sent.status === 204, `the event to be stored, not ${sent.status}: ${sent.body}`);
    check((await arrived(gateway, sent.id)).source === 'mp-sample-shop', 'the name as source');
  });
  await step(
    'runtime-gateway',
    4,
    'nothing comes of events without a credential, and of another Application outside the group',
    async () => {
      const { id: unknown, status } = await postWith(gateway, '');
      check(status === 401, `401, not ${status}`);
      const outsider = { id: randomUUID(), type, data: {} };
      const { identity } = await pairOutsider(stage);
      const refusal = await refusalOf(sendEvent(url, outsider, { caCertificate, identity }));
      check(refusal.includes('403') && refusal.includes('EventSenderRefused'), `a refusal, not "${refusal}"`);
      const unasked = await refusalOf(post(url, {}, '{}', { caCertificate }));
      check(/certificate required|handshake|socket|ECONNRESET/i.test(unasked), `no connection without a certificate, not "${unasked}"`);
      const last = await sendEvent(url, { type, data: {} }, trust);
      await arrived(gateway, last);
      const ids = (await onBus(gateway)).map(({ detail }) => detail.id);
      check(!ids.includes(unknown) && !ids.includes(outsider.id), 'nothing of them on the bus');
    },
  );
}

async function onBus({ file }: EventsGateway) {
  const lines = (await readFile(file, 'utf8')).split('\n').slice(0, -1);
  return lines.map((line) => busEvent.parse(JSON.parse(line)));
}

const arrived = (gateway: EventsGateway, id: string) =>
  eventually('the event on the bus', async () => (await onBus(gateway)).find(({ detail }) => detail.id === id));

/** Posts an event to the endpoint for access tokens. Its host resolves on few machines, so that the path names the API. */
async function postWith({ account, emulator }: EventsGateway, authorization: string) {
  const { EventsTokenUrl = '' } = await account.outputs();
  const [api] = new URL(EventsTokenUrl).hostname.split('.');
  const id = randomUUID();
  const answer = await fetch(`${emulator.endpoint}/_aws/execute-api/${api}/$default/mp-sample-shop/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/cloudevents+json', ...(authorization && { authorization }) },
    body: JSON.stringify({ specversion: '1.0', id, source: '/sample-application', type, data: {} }),
  });
  return { id, status: answer.status, body: await answer.text() };
}
