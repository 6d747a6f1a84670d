import { describe, expect, it } from 'vitest';
import { tenantId } from '#shared/core/tenant-id.ts';
import { createFormation, newFormation } from '#shared/formations/create-formation.ts';
import { defaultTemplateOf } from '#shared/formations/formation-template.ts';
import { shareFormation } from '#shared/formations/membership.ts';
import { setScenarios } from '#shared/formations/set-scenarios.ts';
import { aUser } from '#test/support/director-world.ts';
import { aFormation } from '#test/support/registry-builders.ts';

const tenant = tenantId('t');

describe('the name of a formation', () => {
  it.each(['a', 'DEFAULT', 'my formation-1_x', 'x'.repeat(128)])('may be %j', (name) => {
    expect(newFormation(tenant, name, 'user/alice').name).toBe(name);
  });

  it.each(['', ' a', 'a ', '-a', 'a#b', 'größe', 'x'.repeat(129)])('may not be %j', (name) => {
    expect(() => newFormation(tenant, name, 'user/alice')).toThrow(expect.objectContaining({ code: 'InvalidData' }));
  });
});

describe('creating a formation', () => {
  const template = defaultTemplateOf(tenant);
  const formations = {
    insert: async () => undefined,
    templateNamed: async (_: unknown, name: string) => (name === template.name ? template : undefined),
  };

  it('takes the template that every client names or leaves out', async () => {
    const named = await createFormation({ name: 'a', templateName: 'Side-by-Side Extensibility with Kyma' }, aUser(tenant), { formations });
    const unnamed = await createFormation({ name: 'a' }, aUser(tenant), { formations });
    expect(named.formationTemplateId).toBe(unnamed.formationTemplateId);
  });

  it('refuses a template that does not exist', async () => {
    await expect(createFormation({ name: 'a', templateName: 'x' }, aUser(tenant), { formations })).rejects.toMatchObject({
      code: 'InvalidData',
    });
  });
});

describe('two objects', () => {
  it('share a formation by its id', () => {
    expect(shareFormation({ formations: { f: 'a', g: 'b' } }, { formations: { g: 'renamed' } })).toBe(true);
    expect(shareFormation({ formations: { f: 'same' } }, { formations: { g: 'same' } })).toBe(false);
  });
});

describe('setting scenarios', () => {
  it('assigns to what is new, creates what is missing, leaves what is no longer named and touches nothing else', async () => {
    const done: string[] = [];
    const formations = {
      findByName: async (_: unknown, name: string) => (name === 'there' ? aFormation({ id: 'there-id', name }) : undefined),
      templateOf: async () => undefined,
      insert: async ({ name }: { name: string }) => void done.push(`create ${name}`),
      assign: async ({ formationName }: { formationName: string }) => void done.push(`assign ${formationName}`),
      unassign: async ({ formationName }: { formationName: string }) => void done.push(`unassign ${formationName}`),
    };
    const object = { id: 'o', labels: {}, formations: { k: 'kept', l: 'left' } };
    await setScenarios(object, 'RUNTIME', ['kept', 'there', 'missing'], aUser(tenant), { formations, clock: () => new Date() });
    expect(done).toEqual(['assign there', 'create missing', 'assign missing', 'unassign left']);
  });
});
