// Asks for each case of cases.json by the clients of hey-api, and writes what they parsed to parsed.json.
import { readFile, writeFile } from 'node:fs/promises';
import * as poller from './configuration';
import { createClient as createPoller } from './configuration/client';
import * as polled from './configuration/zod.gen';
import * as sender from './events';
import { createClient as createSender } from './events/client';
import * as sent from './events/zod.gen';

const id = '00000000-0000-7000-8000-000000000001';

function ask({ url, operation, request }) {
  const polls = { client: createPoller({ baseUrl: url }), path: { id } };
  const sends = { client: createSender({ baseUrl: url }), path: { application: 'shop' } };
  switch (operation) {
    case 'getRuntimeConfiguration':
      return poller.getRuntimeConfiguration(polls);
    case 'getApplicationConfiguration':
      return poller.getApplicationConfiguration(polls);
    case 'sendCloudEvents':
      return sender.sendCloudEvents({ ...sends, body: request, headers: { 'Content-Type': 'application/cloudevents+json' } });
    default:
      return sender.sendEvents({ ...sends, body: request });
  }
}

const parsed = [];
for (const given of JSON.parse(await readFile('cases.json', 'utf8'))) {
  const { data, error, response } = await ask(given);
  // The client gives the schemas of successful answers alone to its validator.
  const { zProblem } = given.operation.startsWith('get') ? polled : sent;
  const isEmpty = (value) => !value || Object.keys(value).length === 0;
  if (response?.ok && error !== undefined) throw error;
  if (response?.ok) parsed.push(isEmpty(data) ? null : data);
  else parsed.push(isEmpty(error) ? null : zProblem.parse(error));
}
await writeFile('parsed.json', JSON.stringify(parsed));
