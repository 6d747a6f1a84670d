import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { OwnerKind } from '#shared/core/actor.ts';
import type { Crash } from '#test/support/pairing-model/crashes.ts';
import type { ApplicationState, Given, Model, Refusal, RuntimeState, Selector, Sender } from './model.ts';
import * as rules from './model.ts';
import type { SystemUnderTest } from './system.ts';

type Command = fc.AsyncCommand<Model, SystemUnderTest>;

interface Request {
  readonly sender: Sender;
  readonly kind: OwnerKind;
  readonly id: string;
  readonly document: string;
  readonly variables: object;
}

/** Sends a request, compares how it ends with what the rules say, and then everything there is. */
async function play(
  name: string,
  expected: Refusal | undefined,
  request: Request,
  crash: Crash | undefined,
  model: Model,
  system: SystemUnderTest,
) {
  const { sender, kind, id, document, variables } = request;
  const { error, data } = await system.send(sender, kind, id, document, variables, crash);
  if (error !== 'sent again') expect(error).toBe(expected);
  system.saw(`${name}, ${sender}: ${expected ?? 'done'}`);
  await holds(model, system);
  return data;
}

async function holds(model: Model, system: SystemUnderTest): Promise<void> {
  const state = await system.state();
  const byId = <T extends { readonly id: string }>(list: readonly T[]): T[] => [...list].sort((one, other) => (one.id < other.id ? -1 : 1));
  const scenarios = ({ formations }: { readonly formations: Set<string> }) =>
    formations.size ? { scenarios: [...formations].sort() } : {};
  expect(byId(state.runtimes)).toEqual(
    byId(
      model.runtimes.map((runtime) => ({
        id: runtime.id,
        labels: { ...Object.fromEntries(runtime.labels), ...scenarios(runtime) },
        sees: byId(model.applications.filter(({ formations }) => [...formations].some((one) => runtime.formations.has(one)))).map(
          ({ id }) => id,
        ),
      })),
    ),
  );
  const applications = state.applications.map(({ id, labels }: { id: string; labels: { scenarios?: string[] } }) => ({
    id,
    scenarios: labels.scenarios,
  }));
  expect(byId(applications)).toEqual(byId(model.applications.map((one) => ({ id: one.id, scenarios: undefined, ...scenarios(one) }))));
  expect(
    new Map(state.automatic.map(({ scenarioName, selector }: { scenarioName: string; selector: Selector }) => [scenarioName, selector])),
  ).toEqual(new Map([...model.formations].filter(([, selector]) => selector)));
  expect(state.definitions.map(({ key }: { key: string }) => key).sort()).toEqual(['scenarios', ...model.definitions.keys()].sort());
  expect(state.formations.map(({ name }: { name: string }) => name).sort()).toEqual([...model.formations.keys()].sort());
}

/** Counted from the end: the latest things are used most. */
const pick = <T>(list: readonly T[], index: number): T => list[list.length - 1 - (index % list.length)] as T;

interface Aim {
  readonly index: number;
  readonly sender: Sender;
  readonly crash?: Crash | undefined;
}

/** A command about one of the Runtimes or Applications there are. */
const about =
  <T extends RuntimeState | ApplicationState>(kind: OwnerKind, list: (model: Model) => T[]) =>
  <G extends Aim>(
    name: string,
    given: G,
    rule: (model: Model, object: T) => Refusal | undefined,
    write: (object: T) => Pick<Request, 'document' | 'variables'>,
  ): Command => ({
    check: (model) => list(model).length > 0,
    run: async (model, system) => {
      const object = pick(list(model), given.index);
      const request = { sender: given.sender, kind, id: object.id, ...write(object) };
      const expected = rule(model, object);
      await play(name, expected, request, given.crash, model, system);
    },
    toString: () => `${name}(${JSON.stringify(given)})`,
  });

const aboutRuntime = about('runtime', ({ runtimes }) => runtimes);
const aboutApplication = about('application', ({ applications }) => applications);

type Labelled = Aim & Selector;

const setRuntimeLabel = (given: Labelled): Command =>
  aboutRuntime(
    'set a label',
    given,
    (model, runtime) => rules.setRuntimeLabel(model, given.sender, runtime, given.key, given.value),
    ({ id }) => ({
      document: 'mutation ($id: ID!, $key: String!, $value: Any!) { setRuntimeLabel(runtimeID: $id, key: $key, value: $value) { key } }',
      variables: { id, key: given.key, value: given.value },
    }),
  );

const deleteRuntimeLabel = (given: Labelled): Command =>
  aboutRuntime(
    'delete a label',
    given,
    (model, runtime) => rules.deleteRuntimeLabel(model, given.sender, runtime, given.key),
    ({ id }) => ({
      document: 'mutation ($id: ID!, $key: String!) { deleteRuntimeLabel(runtimeID: $id, key: $key) { key } }',
      variables: { id, key: given.key },
    }),
  );

const wireLabels = ({ labels, scenarios }: Given) => ({ ...labels, ...(scenarios && { scenarios }) });
const updateDocument = 'mutation ($id: ID!, $in: RuntimeUpdateInput!) { updateRuntime(id: $id, in: $in) { id } }';

const updateRuntime = (given: Aim & Given): Command =>
  aboutRuntime(
    'replace the labels',
    given,
    (model, runtime) => rules.updateRuntime(model, given.sender, runtime, given),
    ({ id }) => ({ document: updateDocument, variables: { id, in: { name: 'r', labels: wireLabels(given) } } }),
  );

/** Clients read, change one thing and send everything back. */
const sendBack = (given: Labelled & { readonly withScenarios: boolean }): Command => {
  const all = (runtime: RuntimeState): Given => ({
    labels: { ...Object.fromEntries(runtime.labels), [given.key]: given.value },
    ...(given.withScenarios && { scenarios: [...runtime.formations] }),
  });
  return aboutRuntime(
    'send all labels back with one changed',
    given,
    (model, runtime) => rules.updateRuntime(model, given.sender, runtime, all(runtime)),
    (runtime) => ({ document: updateDocument, variables: { id: runtime.id, in: { name: 'r', labels: wireLabels(all(runtime)) } } }),
  );
};

/** A client reads all labels, to send them back whenever it gets to it. */
const readLabels = ({ index }: Pick<Aim, 'index'>): Command => ({
  check: ({ runtimes }) => runtimes.length > 0,
  run: async ({ runtimes, read }) => {
    const { id, labels } = pick(runtimes, index);
    read.set(id, Object.fromEntries(labels));
  },
  toString: () => `read all labels(${index})`,
});

const sendBackWhatWasRead = (given: Labelled): Command => {
  const all = ({ read }: Model, { id }: RuntimeState): Given => ({ labels: { ...read.get(id), [given.key]: given.value } });
  return {
    check: ({ read, runtimes }) => runtimes.some(({ id }) => read.has(id)),
    run: (model, system) => {
      const runtime = pick(
        model.runtimes.filter(({ id }) => model.read.has(id)),
        given.index,
      );
      const request = { sender: given.sender, kind: 'runtime', id: runtime.id, document: updateDocument } as const;
      const variables = { id: runtime.id, in: { name: 'r', labels: wireLabels(all(model, runtime)) } };
      const expected = rules.updateRuntime(model, given.sender, runtime, all(model, runtime));
      return play('send back what was read', expected, { ...request, variables }, given.crash, model, system).then(() => undefined);
    },
    toString: () => `send back what was read(${JSON.stringify(given)})`,
  };
};

const updateWithoutLabels = (given: Aim): Command =>
  aboutRuntime(
    'update without labels',
    given,
    () => (given.sender === 'another' ? 'NotFound' : given.sender === 'the other kind' ? 'InsufficientScopes' : undefined),
    ({ id }) => ({ document: updateDocument, variables: { id, in: { name: 'r', statusCondition: 'CONNECTED' } } }),
  );

const setScenariosOf =
  (kind: OwnerKind) =>
  (given: Aim & { readonly scenarios: readonly string[] }): Command => {
    const [field, argument] = kind === 'runtime' ? ['setRuntimeLabel', 'runtimeID'] : ['setApplicationLabel', 'applicationID'];
    const command = kind === 'runtime' ? aboutRuntime : aboutApplication;
    return command(
      `set scenarios of a ${kind}`,
      given,
      (model, object) => rules.setScenarios(model, given.sender, object, given.scenarios),
      ({ id }) => ({
        document: `mutation ($id: ID!, $value: Any!) { ${field}(${argument}: $id, key: "scenarios", value: $value) { key } }`,
        variables: { id, value: given.scenarios },
      }),
    );
  };

const setApplicationType = (given: Labelled): Command =>
  aboutApplication(
    'set the type of an Application',
    given,
    (_, application) => rules.setApplicationLabel(given.sender, application, 'applicationType', given.value),
    ({ id }) => ({
      document:
        'mutation ($id: ID!, $value: Any!) { setApplicationLabel(applicationID: $id, key: "applicationType", value: $value) { key } }',
      variables: { id, value: given.value },
    }),
  );

/** Assigning is not for Applications and Runtimes. */
const byTenant = (sender: Sender, rule: () => Refusal | undefined): Refusal | undefined =>
  rules.actsForTenant(sender) ? rule() : 'InsufficientScopes';

const assignDocument = (verb: string) =>
  `mutation ($id: ID!, $type: FormationObjectType!, $name: String!) { ${verb}Formation(objectID: $id, objectType: $type, formation: { name: $name }) { name } }`;

const assigning = { assign: rules.assign, unassign: rules.unassign };
const tenantAssigning = { assign: rules.assignTenant, unassign: rules.unassignTenant };

const assignObject =
  (kind: OwnerKind, verb: 'assign' | 'unassign') =>
  (given: Aim & { readonly name: string }): Command => {
    const command = kind === 'runtime' ? aboutRuntime : aboutApplication;
    return command(
      `${verb} a ${kind}`,
      given,
      (model, object) => byTenant(given.sender, () => assigning[verb](model, object, given.name)),
      ({ id }) => ({ document: assignDocument(verb), variables: { id, type: kind.toUpperCase(), name: given.name } }),
    );
  };

/** A command about the tenant; systems that send it, with ids of no object, are refused by scope. */
const aboutTenant = <G extends Omit<Aim, 'index'>>(
  name: string,
  given: G,
  rule: (model: Model) => Refusal | undefined,
  document: string,
  variables: object,
): Command => ({
  check: () => true,
  run: async (model, system) => {
    const request = { sender: given.sender, kind: 'runtime', id: randomUUID(), document, variables } as const;
    await play(
      name,
      byTenant(given.sender, () => rule(model)),
      request,
      given.crash,
      model,
      system,
    );
  },
  toString: () => `${name}(${JSON.stringify(given)})`,
});

type Named = Omit<Aim, 'index'> & { readonly name: string };

const createFormation = (given: Named): Command =>
  aboutTenant(
    'create a formation',
    given,
    (model) => rules.createFormation(model, given.name),
    'mutation ($name: String!) { createFormation(formation: { name: $name }) { id } }',
    given,
  );

const deleteFormation = (given: Named): Command =>
  aboutTenant(
    'delete a formation',
    given,
    (model) => rules.deleteFormation(model, given.name),
    'mutation ($name: String!) { deleteFormation(formation: { name: $name }) { id } }',
    given,
  );

const assignTenant =
  (verb: 'assign' | 'unassign') =>
  (given: Named & { readonly value: string }): Command =>
    aboutTenant(`${verb} a tenant`, given, (model) => tenantAssigning[verb](model, given.value, given.name), assignDocument(verb), {
      id: given.value,
      type: 'TENANT',
      name: given.name,
    });

/** Integration systems read automatic assignments and do not make them. */
const byUser = (sender: Sender): Sender => (sender === 'integration system' ? 'another' : sender);

const beginAutomatic = (given: Named & Selector): Command => {
  const { name, key, value } = given;
  return aboutTenant(
    'create an automatic assignment',
    { ...given, sender: byUser(given.sender) },
    (model) => rules.beginAutomatic(model, name, { key, value }),
    'mutation ($in: AutomaticScenarioAssignmentSetInput!) { createAutomaticScenarioAssignment(in: $in) { scenarioName } }',
    { in: { scenarioName: name, selector: { key, value } } },
  );
};

const endAutomatic = (given: Named): Command =>
  aboutTenant(
    'delete an automatic assignment',
    { ...given, sender: byUser(given.sender) },
    (model) => rules.endAutomatic(model, given.name),
    'mutation ($name: String!) { deleteAutomaticScenarioAssignmentForScenario(scenarioName: $name) { scenarioName } }',
    { name: given.name },
  );

const endAutomaticBy = (given: Named & Selector): Command =>
  aboutTenant(
    'delete automatic assignments by their selector',
    { ...given, sender: byUser(given.sender) },
    (model) => rules.endAutomaticBy(model, given),
    'mutation ($selector: LabelSelectorInput!) { deleteAutomaticScenarioAssignmentsForSelector(selector: $selector) { scenarioName } }',
    { selector: { key: given.key, value: given.value } },
  );

type Defined = Omit<Aim, 'index'> & { readonly key: string; readonly values: readonly string[] };

const define =
  (verb: 'create' | 'update') =>
  ({ values, ...given }: Defined): Command =>
    aboutTenant(
      `${verb} a label definition`,
      { ...given, values },
      (model) => (verb === 'create' ? rules.createDefinition : rules.updateDefinition)(model, given.key, values),
      `mutation ($in: LabelDefinitionInput!) { ${verb}LabelDefinition(in: $in) { key } }`,
      { in: { key: given.key, schema: JSON.stringify({ enum: values }) } },
    );

const deleteDefinition = (given: Omit<Defined, 'values'> & { readonly withLabels: boolean }): Command =>
  aboutTenant(
    `delete a label definition${given.withLabels ? ' and its labels' : ''}`,
    given,
    (model) => rules.deleteDefinition(model, given.key, given.withLabels),
    'mutation ($key: String!, $withLabels: Boolean!) { deleteLabelDefinition(key: $key, deleteRelatedLabels: $withLabels) { key } }',
    given,
  );

/** A registration that is sent again makes a second object, so that these do not die on their way. */
function register<G extends { readonly sender: Sender }>(
  name: string,
  given: G,
  request: Pick<Request, 'document' | 'variables'>,
  note: (model: Model, id: string) => void,
  rule: (model: Model) => Refusal | undefined = () => undefined,
): Command {
  return {
    check: (model) => model.runtimes.length + model.applications.length < 8,
    run: async (model, system) => {
      const { data, error } = await system.send(given.sender, 'runtime', randomUUID(), request.document, request.variables);
      expect(error).toBe(byTenant(given.sender, () => rule(model)));
      if (error === undefined) note(model, data.made.id);
      system.saw(`${name}, ${given.sender}: ${error ?? 'done'}`);
      await holds(model, system);
    },
    toString: () => `${name}(${JSON.stringify(given)})`,
  };
}

const registerRuntime = (given: { readonly sender: Sender } & Given): Command =>
  register(
    'register a Runtime',
    given,
    {
      document: 'mutation ($in: RuntimeRegisterInput!) { made: registerRuntime(in: $in) { id } }',
      variables: { in: { name: 'r', labels: wireLabels(given) } },
    },
    (model, id) => rules.registerRuntime(model, id, given),
    (model) => rules.mayRegister(model, given),
  );

const registerApplication = ({ sender, scenarios }: { readonly sender: Sender; readonly scenarios: readonly string[] }): Command =>
  register(
    'register an Application',
    { sender, scenarios },
    {
      document: 'mutation ($in: ApplicationRegisterInput!) { made: registerApplication(in: $in) { id } }',
      variables: { in: { name: randomUUID(), labels: { scenarios } } },
    },
    (model, id) => rules.registerApplication(model, id, scenarios),
  );

const registerFromTemplate = ({ sender, name }: { readonly sender: Sender; readonly name: string }): Command =>
  register(
    'register an Application from a template',
    { sender, name },
    {
      document: 'mutation ($in: ApplicationFromTemplateInput!) { made: registerApplicationFromTemplate(in: $in) { id } }',
      variables: {
        in: {
          templateName: 'shop',
          values: [
            { placeholder: 'name', value: randomUUID() },
            { placeholder: 'group', value: name },
          ],
        },
      },
    },
    (model, id) => rules.registerApplication(model, id, [name]),
  );

const foreign = (sender: Sender): Refusal | undefined => {
  if (sender === 'another') return 'NotFound';
  return sender === 'the other kind' ? 'InsufficientScopes' : undefined;
};

const unregisterRuntime = (given: Aim): Command =>
  aboutRuntime(
    'unregister a Runtime',
    given,
    ({ runtimes }, runtime) => foreign(given.sender) ?? void rules.unregister(runtimes, runtime),
    ({ id }) => ({ document: 'mutation ($id: ID!) { unregisterRuntime(id: $id) { id } }', variables: { id } }),
  );

const unregisterApplication = (given: Aim): Command =>
  aboutApplication(
    'unregister an Application',
    given,
    ({ applications }, application) => {
      const refusal = foreign(given.sender);
      if (refusal) return refusal;
      return application.formations.size > 0 ? 'InvalidOperation' : void rules.unregister(applications, application);
    },
    ({ id }) => ({ document: 'mutation ($id: ID!) { unregisterApplication(id: $id) { id } }', variables: { id } }),
  );

const name = fc.constantFrom('A', 'B', 'C');
const names = fc.uniqueArray(name, { maxLength: 2 });
const value = fc.constantFrom('eu', 'us');
const key = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('global_subaccount_id', 'region') },
  { weight: 1, arbitrary: fc.constantFrom('runtime_eventServiceUrl', 'isNormalized', 'team') },
);
const selector = { key, value };
const labels = fc.dictionary(key, value, { maxKeys: 3, noNullPrototype: true });
const crash = fc.option(fc.record({ at: fc.integer({ min: 1, max: 12 }), when: fc.constantFrom('before' as const, 'after' as const) }), {
  nil: undefined,
  freq: 2,
});
const sender = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom<Sender>('user', 'integration system') },
  { weight: 4, arbitrary: fc.constant<Sender>('itself') },
  { weight: 1, arbitrary: fc.constantFrom<Sender>('another', 'the other kind') },
);
const aim = { index: fc.nat({ max: 3 }), sender, crash };
/** Systems are refused by scope alone where the tenant is meant: once in a while is enough. */
const mostlyTenant = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom<Sender>('user', 'user', 'integration system') },
  { weight: 1, arbitrary: fc.constantFrom<Sender>('itself', 'another', 'the other kind') },
);
const named = { sender: mostlyTenant, crash, name };
const selecting = fc.constantFrom('region', 'global_subaccount_id', 'team');
const defined = { sender: mostlyTenant, crash, key: selecting, values: fc.constantFrom(['eu'], ['us'], ['eu', 'us']) };

const frequent: fc.Arbitrary<Command>[] = [
  fc.record({ ...aim, ...selector }).map(setRuntimeLabel),
  fc.record({ ...aim, ...selector }).map(setRuntimeLabel),
  fc.record({ ...aim, ...selector }).map(deleteRuntimeLabel),
  fc.record({ ...aim, labels, scenarios: fc.option(names, { nil: undefined }) }).map(updateRuntime),
  fc.record({ ...aim, ...selector, withScenarios: fc.boolean() }).map(sendBack),
  fc.record({ index: aim.index }).map(readLabels),
  fc.record({ ...aim, sender: mostlyTenant, ...selector }).map(sendBackWhatWasRead),
  fc.record({ ...named, ...selector }).map(beginAutomatic),
  fc.record(named).map(endAutomatic),
  fc.record({ sender: mostlyTenant, labels, scenarios: names }).map(registerRuntime),
  fc.record({ ...named, value }).map(assignTenant('assign')),
];
const seldom: fc.Arbitrary<Command>[] = [
  fc.record({ ...named, value }).map(assignTenant('unassign')),
  fc.record({ ...named, ...selector }).map(endAutomaticBy),
  fc.record(aim).map(updateWithoutLabels),
  fc.record({ ...aim, scenarios: names }).map(setScenariosOf('runtime')),
  fc.record({ ...aim, scenarios: names }).map(setScenariosOf('application')),
  fc.record({ ...aim, ...selector }).map(setApplicationType),
  ...(['runtime', 'application'] as const).flatMap((kind) =>
    (['assign', 'unassign'] as const).map((verb) => fc.record({ ...aim, name }).map(assignObject(kind, verb))),
  ),
  fc.record(defined).map(define('create')),
  fc.record(defined).map(define('update')),
  fc.record({ sender: mostlyTenant, crash, key: selecting, withLabels: fc.boolean() }).map(deleteDefinition),
  fc.record(named).map(createFormation),
  fc.record(named).map(deleteFormation),
  fc.record({ sender: mostlyTenant, scenarios: names }).map(registerApplication),
  fc.record({ sender: mostlyTenant, name }).map(registerFromTemplate),
  fc.record(aim).map(unregisterRuntime),
  fc.record(aim).map(unregisterApplication),
];

/** Begins a story with two Runtimes, and an Application in two formations. */
export async function begin(model: Model, system: SystemUnderTest): Promise<void> {
  const first = [
    createFormation({ sender: 'user', name: 'A' }),
    registerRuntime({ sender: 'user', labels: {} }),
    registerRuntime({ sender: 'integration system', labels: { region: 'eu' } }),
    registerApplication({ sender: 'user', scenarios: ['A', 'B'] }),
  ];
  for (const command of first) await command.run(model, system);
}

/** Every operation that moves anything into a formation or out of it, or sets a label by which something may be moved. */
export const membershipCommands = [...frequent, ...frequent, ...seldom];
