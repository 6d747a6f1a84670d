import { describe, expect, it } from 'vitest';
import type { Actor } from '#shared/core/actor.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { createFormation, newFormation } from '#shared/formations/create-formation.ts';
import { defaultTemplateOf } from '#shared/formations/formation-template.ts';

const tenant = tenantId('t');
const alice: Actor = { kind: 'user', id: 'alice', tenant, scopes: new Set() };

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
    const named = await createFormation({ name: 'a', templateName: 'Side-by-Side Extensibility with Kyma' }, alice, { formations });
    const unnamed = await createFormation({ name: 'a' }, alice, { formations });
    expect(named.formationTemplateId).toBe(unnamed.formationTemplateId);
  });

  it('refuses a template that does not exist', async () => {
    await expect(createFormation({ name: 'a', templateName: 'x' }, alice, { formations })).rejects.toMatchObject({
      code: 'InvalidData',
    });
  });
});
