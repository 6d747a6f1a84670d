import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TenantId } from '#shared/core/tenant-id.ts';
import {
  anIntegrationSystem,
  aSystem,
  aTenant,
  aUser,
  type Caller,
  type DirectorWorld,
  directorWorld,
} from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

let dynamo: Dynamo;
let world: DirectorWorld;
let tenant: TenantId;
let alice: Caller;

beforeAll(async () => {
  dynamo = await startDynamo();
  world = directorWorld(dynamo);
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  tenant = aTenant();
  alice = world.as(aUser(tenant));
});

const defaultName = 'Side-by-Side Extensibility with Kyma';
const fields = 'id name applicationTypes runtimeTypes runtimeTypeDisplayName runtimeArtifactKind leadingProductIDs supportsReset';
const refusal = async (document: string) => (await alice.ask(document)).errors[0]?.extensions?.error;

async function create(name: string, types = 'applicationTypes: ["shop"], runtimeTypes: ["kyma"]') {
  return (await alice.do(`mutation { made: createFormationTemplate(in: { name: "${name}", ${types} }) { ${fields} } }`)).made;
}

describe('the default template', () => {
  it('is there from the start, for formations that name none', async () => {
    const { formationTemplates, formationTemplatesByName, formation } = await alice.do(`{
      formationTemplates { data { id name applicationTypes webhooks { id } } totalCount }
      formationTemplatesByName(name: "${defaultName}") { data { id } totalCount } }`);
    const [template] = formationTemplates.data;
    expect(formationTemplates).toEqual({
      data: [{ id: template.id, name: defaultName, applicationTypes: [], webhooks: null }],
      totalCount: 1,
    });
    expect(formationTemplatesByName).toEqual({ data: [{ id: template.id }], totalCount: 1 });
    expect(formation).toBeUndefined();
    const { made } = await alice.do('mutation { made: createFormation(formation: { name: "f" }) { formationTemplateId } }');
    expect(made.formationTemplateId).toBe(template.id);
  });

  it('cannot be changed, deleted or doubled', async () => {
    const { formationTemplates } = await alice.do('{ formationTemplates { data { id } } }');
    const { id } = formationTemplates.data[0];
    expect(await refusal(`mutation { deleteFormationTemplate(id: "${id}") { id } }`)).toBe('InvalidOperation');
    expect(await refusal(`mutation { updateFormationTemplate(id: "${id}", in: { name: "x", applicationTypes: [] }) { id } }`)).toBe(
      'InvalidOperation',
    );
    expect(await refusal(`mutation { createFormationTemplate(in: { name: "${defaultName}", applicationTypes: [] }) { id } }`)).toBe(
      'NotUniqueName',
    );
  });
});

describe('a template', () => {
  it('is stored with what it lists, found and listed in pages by name', async () => {
    const b = await create(
      'B',
      'applicationTypes: ["shop"], runtimeTypes: ["kyma"], runtimeArtifactKind: SUBSCRIPTION, supportsReset: true',
    );
    const a = await create('A', 'applicationTypes: []');
    expect(b).toMatchObject({ name: 'B', applicationTypes: ['shop'], runtimeTypes: ['kyma'], runtimeArtifactKind: 'SUBSCRIPTION' });
    expect((await alice.do(`{ t: formationTemplate(id: "${b.id}") { ${fields} } }`)).t).toEqual(b);
    const { page } = await alice.do(
      '{ page: formationTemplates(first: 2) { data { name } totalCount pageInfo { endCursor hasNextPage } } }',
    );
    expect(page).toMatchObject({ data: [{ name: 'A' }, { name: 'B' }], totalCount: 3, pageInfo: { hasNextPage: true } });
    const { rest } = await alice.do(`{ rest: formationTemplates(after: "${page.pageInfo.endCursor}") { data { name } } }`);
    expect(rest.data).toEqual([{ name: defaultName }]);
    expect(a.runtimeTypes).toBeNull();
  });

  it('has a name that is unique, also after renaming', async () => {
    const a = await create('A');
    await create('B');
    expect(await refusal('mutation { createFormationTemplate(in: { name: "A", applicationTypes: [] }) { id } }')).toBe('NotUniqueName');
    const rename = (name: string) =>
      `mutation { updateFormationTemplate(id: "${a.id}", in: { name: "${name}", applicationTypes: [] }) { name } }`;
    expect(await refusal(rename('B'))).toBe('NotUniqueName');
    await alice.do(rename('C'));
    await create('A');
    const { byName } = await alice.do('{ byName: formationTemplatesByName(name: "C") { data { id } } }');
    expect(byName.data).toEqual([{ id: a.id }]);
  });

  it('has no webhooks: a template that names one is neither made nor changed', async () => {
    const template = (name: string) =>
      `in: { name: "${name}", applicationTypes: [], webhooks: [{ type: FORMATION_LIFECYCLE, url: "https://a.test" }] }`;
    const { id } = await create('A');
    expect(await refusal(`mutation { createFormationTemplate(${template('B')}) { id } }`)).toBe('InvalidOperation');
    expect(await refusal(`mutation { updateFormationTemplate(id: "${id}", ${template('B')}) { id } }`)).toBe('InvalidOperation');
    const { formationTemplates } = await alice.do('{ formationTemplates { data { name } } }');
    expect(formationTemplates.data).toEqual([{ name: 'A' }, { name: defaultName }]);
  });

  it('is deleted only when no formation was made from it', async () => {
    const { id } = await create('A');
    const { f } = await alice.do('mutation { f: createFormation(formation: { name: "f", templateName: "A" }) { formationTemplateId } }');
    expect(f.formationTemplateId).toBe(id);
    const remove = `mutation { deleteFormationTemplate(id: "${id}") { name } }`;
    expect(await refusal(remove)).toBe('InvalidOperation');
    await alice.do('mutation { deleteFormation(formation: { name: "f" }) { id } }');
    await alice.do(remove);
    expect(await refusal(remove)).toBe('NotFound');
    await create('A');
  });

  it('that does not exist cannot be named by a formation', async () => {
    expect(await refusal('mutation { createFormation(formation: { name: "f", templateName: "none" }) { id } }')).toBe('InvalidData');
  });
});

describe('a formation made from a template', () => {
  const application = async (labels: string) =>
    (await alice.do(`mutation { r: registerApplication(in: { name: "a-${randomUUID()}", labels: { ${labels} } }) { id } }`)).r.id;
  const runtime = async (labels: string) =>
    (await alice.do(`mutation { r: registerRuntime(in: { name: "r-${randomUUID()}", labels: { ${labels} } }) { id } }`)).r.id;
  const assign = (id: string, type: string) =>
    `mutation { assignFormation(objectID: "${id}", objectType: ${type}, formation: { name: "f" }) { id } }`;

  beforeEach(async () => {
    await create('A');
    await alice.do('mutation { createFormation(formation: { name: "f", templateName: "A" }) { id } }');
  });

  it('takes the types that the template lists and no others', async () => {
    const [shop, other, kyma, bare] = await Promise.all([
      application('applicationType: "shop"'),
      application('applicationType: "crm"'),
      runtime('runtimeType: "kyma"'),
      runtime(''),
    ]);
    expect(await refusal(assign(other, 'APPLICATION'))).toBe('InvalidOperation');
    expect(await refusal(assign(bare, 'RUNTIME'))).toBe('InvalidOperation');
    await alice.do(assign(shop, 'APPLICATION'));
    await alice.do(assign(kyma, 'RUNTIME'));
    await alice.do(assign(kyma, 'RUNTIME'));
    const names = async (id: string) => (await alice.do(`{ f: formationsForObject(objectID: "${id}") { name } }`)).f;
    expect(await Promise.all([shop, kyma, other, bare, randomUUID()].map(names))).toEqual([[{ name: 'f' }], [{ name: 'f' }], [], [], []]);
  });

  it('is no way round through the scenarios label', async () => {
    const other = await application('applicationType: "crm"');
    expect(await refusal(`mutation { setApplicationLabel(applicationID: "${other}", key: "scenarios", value: ["f"]) { key } }`)).toBe(
      'InvalidOperation',
    );
    expect(await refusal('mutation { registerRuntime(in: { name: "r", labels: { scenarios: ["f"] } }) { id } }')).toBe('InvalidOperation');
    await runtime('runtimeType: "kyma", scenarios: ["f"]');
    await application('applicationType: "shop", scenarios: ["f"]');
  });

  it('is no way round through labels that select, in whichever order type, label and assignment come', async () => {
    const automatic =
      'mutation { createAutomaticScenarioAssignment(in: { scenarioName: "f", selector: { key: "region", value: "eu" } }) { scenarioName } }';
    const set = (id: string, key: string, value: string) =>
      `mutation { setRuntimeLabel(runtimeID: "${id}", key: "${key}", value: "${value}") { key } }`;
    const replace = (id: string, labels: string) =>
      `mutation { updateRuntime(id: "${id}", in: { name: "r", labels: { ${labels} } }) { id } }`;
    const labels = async (id: string) => (await alice.do(`{ r: runtime(id: "${id}") { labels } }`)).r.labels;
    const [before, after] = [await runtime('region: "eu"'), await runtime('')];
    const system = world.as(anIntegrationSystem(tenant));

    // The label first.
    expect(await refusal(automatic)).toBe('InvalidOperation');
    expect((await alice.do('{ all: automaticScenarioAssignments { totalCount } }')).all.totalCount).toBe(0);
    await alice.do(replace(before, 'zone: "a"'));
    await alice.do(automatic);
    // The assignment first.
    for (const caller of [alice, system]) {
      const refused = async (document: string) => (await caller.ask(document)).errors[0]?.extensions?.error;
      expect(await refused(set(after, 'region', 'eu'))).toBe('InvalidOperation');
      expect(await refused(replace(after, 'region: "eu"'))).toBe('InvalidOperation');
      expect(await refused('mutation { registerRuntime(in: { name: "r", labels: { region: ["us", "eu"] } }) { id } }')).toBe(
        'InvalidOperation',
      );
      expect(await refused(replace(after, 'region: "eu", runtimeType: "other"'))).toBe('InvalidOperation');
      expect(await labels(after)).toEqual({ isNormalized: 'true' });
    }
    // The type first, which the Runtime cannot give itself.
    const itself = world.as(aSystem('runtime', after, tenant));
    expect((await itself.ask(set(after, 'runtimeType', 'kyma'))).errors).toMatchObject([{ extensions: { error: 'InsufficientScopes' } }]);
    await system.do(set(after, 'runtimeType', 'kyma'));
    await alice.do(set(after, 'region', 'eu'));
    expect(await labels(after)).toMatchObject({ scenarios: ['f'] });
    expect(await refusal(set(after, 'runtimeType', 'other'))).toBe('InvalidOperation');
    await itself.do(replace(after, 'runtimeType: "kyma", zone: "a"'));
    expect(await labels(after)).toEqual({ isNormalized: 'true', runtimeType: 'kyma', region: 'eu', zone: 'a', scenarios: ['f'] });
  });

  it('is no way round through several templates, nor by changing one while a formation is made from it', async () => {
    const { made } = await alice.do(
      `mutation { made: createFormationTemplate(in: { name: "B", applicationTypes: [], runtimeTypes: ["kyma"] }) { id } }`,
    );
    const change = `mutation { updateFormationTemplate(id: "${made.id}", in: { name: "B", applicationTypes: [], runtimeTypes: ["kyma", "steampunk"] }) { id } }`;
    const names = Array.from({ length: 4 }, (_, index) => `b${index}`);
    await Promise.all([
      ...names.map((name) => alice.do(`mutation { createFormation(formation: { name: "${name}", templateName: "B" }) { id } }`)),
      alice.ask(change),
      alice.ask(change),
    ]);
    const bare = await runtime('');
    expect(await refusal(`mutation { deleteFormationTemplate(id: "${made.id}") { id } }`)).toBe('InvalidOperation');
    for (const name of names) {
      expect(
        await refusal(`mutation { assignFormation(objectID: "${bare}", objectType: RUNTIME, formation: { name: "${name}" }) { id } }`),
      ).toBe('InvalidOperation');
      await alice.do(`mutation { deleteFormation(formation: { name: "${name}" }) { id } }`);
    }
    await alice.do(`mutation { deleteFormationTemplate(id: "${made.id}") { id } }`);
  });

  it('takes what the template lists later', async () => {
    const other = await application('applicationType: "crm"');
    const { found } = await alice.do('{ found: formationTemplatesByName(name: "A") { data { id } } }');
    await alice.do(`mutation { updateFormationTemplate(id: "${found.data[0].id}", in: { name: "A", applicationTypes: ["crm"] }) { id } }`);
    await alice.do(assign(other, 'APPLICATION'));
  });
});
