import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { publishDefinitions } from '#application-client';
import { asyncApiFile, openApiFile } from '../../examples/application/application.ts';
import { apiDefinitionFrom, eventDefinitionFrom } from '../../examples/application/definitions.ts';
import type { PairedApplication } from './pairing.ts';
import type { Stage } from './stage.ts';
import { check } from './step-reporter.ts';

const bundle = { name: 'Orders', description: 'All that concerns the orders of the shop.' };
const definition = z.object({ id: z.string(), name: z.string(), spec: z.object({ data: z.string() }) });
const published = z.object({
  bundle: z.object({ name: z.string(), apiDefinition: definition, eventDefinition: definition }),
});

/** API registration, 1 and 2. */
export async function playApiRegistration({ step, administrator }: Stage, application: PairedApplication): Promise<void> {
  const ids = await step(
    'registration',
    1,
    'the Application registers an OpenAPI and an AsyncAPI definition with the Director',
    async () => {
      const [api, event] = [await apiDefinitionFrom(openApiFile), await eventDefinitionFrom(asyncApiFile)];
      return publishDefinitions(application.director, application.id, { bundle, api, event });
    },
  );
  await step('registration', 2, 'the result names them, and the Director answers them with their files', async () => {
    const found = await administrator.director(
      `query ($app: ID!, $bundle: ID!, $api: ID!, $event: ID!) { result: application(id: $app) { bundle(id: $bundle) {
        name apiDefinition(id: $api) { id name spec { data } } eventDefinition(id: $event) { id name spec { data } } } } }`,
      published,
      { app: application.id, bundle: ids.bundleId, api: ids.apiDefinitionId, event: ids.eventDefinitionId },
    );
    check(found.bundle.name === bundle.name, 'the bundle');
    check(
      found.bundle.apiDefinition.id === ids.apiDefinitionId && found.bundle.eventDefinition.id === ids.eventDefinitionId,
      'the ids of the result',
    );
    check(found.bundle.apiDefinition.spec.data === (await readFile(openApiFile, 'utf8')), 'the OpenAPI file as it was sent');
    check(found.bundle.eventDefinition.spec.data === (await readFile(asyncApiFile, 'utf8')), 'the AsyncAPI file as it was sent');
  });
}
