import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTenant, aUser, type Caller, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

let dynamo: Dynamo;
let alice: Caller;

beforeAll(async () => {
  dynamo = await startDynamo();
  alice = directorWorld(dynamo).as(aUser(aTenant()));
});
afterAll(() => dynamo.stop());

const long = (length: number) => 'x'.repeat(length);
const api = (targetURL: string) => `{ name: "a", targetURL: "${targetURL}" }`;
const document = (fields: string) => `{ title: "t", ${fields}, format: MARKDOWN }`;
const template = (name: string) =>
  `{ name: "${name}", applicationInput: { name: "{{n}}" }, placeholders: [{ name: "n" }], accessLevel: GLOBAL }`;
const id = randomUUID();
const notLonger = 'description=the length must be no more than 2000';

/** Refusals that clients of the original compare. The ids are of no object, so that input is judged first. */
const refusals: readonly (readonly [operation: string, words: string, field?: string])[] = [
  ['registerRuntime(in: { name: "my runtime" })', 'Invalid data RuntimeRegisterInput [name=must be in a valid format]'],
  [`updateRuntime(id: "${id}", in: { name: "my runtime" })`, 'Invalid data RuntimeUpdateInput [name=must be in a valid format]'],
  ['registerRuntime(in: { name: "" })', 'name=cannot be blank'],
  ['registerApplication(in: { name: "" })', 'name=cannot be blank'],
  [`registerApplication(in: { name: "a", description: "${long(2001)}" })`, notLonger],
  [`updateApplication(id: "${id}", in: { description: "${long(2001)}" })`, notLonger],
  ['createLabelDefinition(in: { key: "" })', 'key=cannot be blank', 'key'],
  ['updateLabelDefinition(in: { key: "" })', 'key=cannot be blank', 'key'],
  [`setApplicationLabel(applicationID: "${id}", key: "${long(257)}", value: "")`, 'key=the length must be no more than 256', 'key'],
  [`setRuntimeLabel(runtimeID: "${id}", key: "${long(257)}", value: "")`, 'key=the length must be no more than 256', 'key'],
  [`registerIntegrationSystem(in: { name: "valid", description: "${long(2001)}" })`, notLonger],
  ['registerIntegrationSystem(in: { name: "" })', 'name=cannot be blank'],
  [`updateIntegrationSystem(id: "${id}", in: { name: "name", description: "${long(2001)}" })`, notLonger],
  [`createApplicationTemplate(in: ${template('')})`, 'name=cannot be blank'],
  [`updateApplicationTemplate(id: "${id}", in: ${template('')})`, 'name=cannot be blank'],
  ['registerApplicationFromTemplate(in: { templateName: "" })', 'templateName=cannot be blank'],
  ['addBundle(applicationID: "", in: { name: "" })', 'name=cannot be blank'],
  ['updateBundle(id: "", in: { name: "" })', 'name=cannot be blank'],
  ['setBundleInstanceAuth(authID: "", in: {})', 'reason=at least one field (Auth or Status) has to be provided'],
  ['addAPIDefinitionToBundle(bundleID: "", in: { name: "", targetURL: "" })', 'name=cannot be blank'],
  [`addAPIDefinitionToBundle(bundleID: "${id}", in: ${api('https://kyma project.io')})`, 'targetURL=must be a valid URL'],
  [`updateAPIDefinition(id: "${id}", in: ${api('invalid URL')})`, 'Invalid data APIDefinitionInput [targetURL=must be a valid URL]'],
  ['addEventDefinitionToBundle(bundleID: "", in: { name: "" })', 'name=cannot be blank'],
  [`addEventDefinitionToBundle(bundleID: "${id}", in: { name: "e", description: "${long(2001)}" })`, notLonger],
  [`updateEventDefinition(id: "${id}", in: { name: "e", description: "${long(2001)}" })`, notLonger],
  [`addDocumentToBundle(bundleID: "", in: ${document('displayName: "", description: ""')})`, 'description=cannot be blank'],
  [
    `addDocumentToBundle(bundleID: "${id}", in: ${document(`displayName: "${long(129)}", description: "d"`)})`,
    'displayName=the length must be between 1 and 128',
  ],
  [`addWebhook(applicationID: "${id}", in: { type: CONFIGURATION_CHANGED, url: "not a url" })`, 'url=must be a valid URL'],
  [`updateWebhook(webhookID: "${id}", in: { type: CONFIGURATION_CHANGED, url: "not a url" })`, 'url=must be a valid URL'],
];
const named = refusals.map(([operation, words, field = 'id']) => ({ name: operation.slice(0, 80), operation, words, field }));

describe('input that is refused', () => {
  it.each(named)('by $name has the words of the original', async ({ operation, words, field }) => {
    const { errors } = await alice.ask(`mutation { ${operation} { ${field} } }`);
    expect(errors).toMatchObject([{ message: expect.stringContaining(words), extensions: { error: 'InvalidData', error_code: 22 } }]);
    if (words.startsWith('Invalid')) expect(errors[0]?.message).toBe(words);
  });
});
