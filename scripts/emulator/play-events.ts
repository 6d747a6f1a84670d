import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import * as z from 'zod';
import { eventually } from '../demo/eventually.ts';
import type { Stage } from '../demo/stage.ts';
import { check } from '../demo/step-reporter.ts';

const schemas = join(import.meta.dirname, '../../docs/schemas');

const busEvent = z.object({
  source: z.string(),
  'detail-type': z.string(),
  detail: z.looseObject({ metadata: z.looseObject({ eventId: z.string() }) }),
});

/** Types of events that the workflow above must have published. */
const expected = [
  'ApplicationRegistered',
  'ApplicationConnected',
  'BundleAdded',
  'ApiDefinitionAdded',
  'EventDefinitionAdded',
  'FormationCreated',
  'FormationAssigned',
  'RuntimeRegistered',
  'RuntimeConnected',
  'RuntimeEventingUrlChanged',
  'CertificateIssued',
  'CertificateRevoked',
  'ProvisioningStarted',
  'ProvisioningSucceeded',
  'DeprovisioningStarted',
  'DeprovisioningSucceeded',
  'RuntimeUnregistered',
];

/** Checks the events that a third party received through its own rule and queue. */
export async function playEvents({ step, system }: Stage): Promise<void> {
  const read = async () => {
    const lines = (await readFile(system.events, 'utf8')).split('\n').slice(0, -1);
    return lines.map((line) => busEvent.parse(JSON.parse(line)));
  };
  await step('events', 1, "a third party's rule brought every kind of event that the workflow makes to its queue", () =>
    eventually('the events', async () => {
      const types = new Set((await read()).map((event) => event['detail-type']));
      const missing = expected.filter((type) => !types.has(type));
      check(missing.length === 0, `events of the types ${missing.join(', ')}`);
      return true;
    }),
  );
  await step('events', 2, 'each is valid by its schema in docs/schemas, which another validator read', async () => {
    const validate = await validator();
    const faults = (await read()).flatMap((event) => validate(event['detail-type'], event.detail));
    check(faults.length === 0, `valid events, not:\n${faults.join('\n')}`);
  });
  await step('events', 3, 'no two of them have the same id', async () => {
    const ids = (await read()).map(({ detail }) => detail.metadata.eventId);
    check(ids.length === new Set(ids).size, 'an id for each event');
  });
}

async function validator(): Promise<(type: string, detail: unknown) => string[]> {
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats.default(ajv);
  for (const file of (await readdir(schemas)).filter((name) => name.endsWith('.json')))
    ajv.addSchema(JSON.parse(await readFile(join(schemas, file), 'utf8')), file.replace('.json', ''));
  return (type, detail) => {
    const validate = ajv.getSchema(type);
    if (!validate) return [`${type}: docs/schemas has no such event`];
    return validate(detail) ? [] : [`${type}: ${ajv.errorsText(validate.errors)}`];
  };
}
