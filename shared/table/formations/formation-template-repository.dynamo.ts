import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { AppError, invalidOperation } from '#shared/core/errors.ts';
import { isUuid } from '#shared/core/ids.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { defaultTemplate } from '#shared/formations/default-template.ts';
import { defaultTemplateOf, type FormationTemplate } from '#shared/formations/formation-template.ts';
import type { FormationTemplateRepository } from '#shared/formations/formation-template-repository.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { exactCounts } from '#shared/table/exact-counts.dynamo.ts';
import { tenantOwner } from '#shared/table/quota-counts-entity.dynamo.ts';
import { getByKey, queryAllOf } from '#shared/table/read.dynamo.ts';
import { type Step, transact } from '#shared/table/transact.ts';
import { uniqueNames } from '#shared/table/unique-names.dynamo.ts';
import { insertStep, replaceStep } from '#shared/table/versioned-steps.dynamo.ts';
import { formationTemplateEntity, templatePartition } from './formation-template-entity.dynamo.ts';

type Writable = Omit<FormationTemplate, 'applicationTypes' | 'runtimeTypes' | 'leadingProductIDs' | 'discoveryConsumers'> & {
  applicationTypes: string[];
  runtimeTypes?: string[];
  leadingProductIDs?: string[];
  discoveryConsumers?: string[];
};

const toItem = (template: FormationTemplate): Writable => ({
  ...template,
  applicationTypes: [...template.applicationTypes],
  runtimeTypes: template.runtimeTypes && [...template.runtimeTypes],
  leadingProductIDs: template.leadingProductIDs && [...template.leadingProductIDs],
  discoveryConsumers: template.discoveryConsumers && [...template.discoveryConsumers],
});

export function dynamoFormationTemplates(table: ControlPlaneTable): FormationTemplateRepository {
  const templates = formationTemplateEntity(table);
  const names = uniqueNames(table, 'FORMATIONTEMPLATE');
  const counts = exactCounts(table);

  const find: FormationTemplateRepository['find'] = async (tenant, id) => {
    if (id === defaultTemplate.id) return defaultTemplateOf(tenant);
    if (!isUuid(id)) return undefined;
    const found = await getByKey(templates, { tenant, id });
    return found;
  };

  const stored = (tenant: TenantId) => queryAllOf(templates, table, { partition: templatePartition(tenant) });

  const count = (tenant: TenantId, amount: 1 | -1, steps: readonly Step[]): Promise<void> =>
    counts.record(
      tenantOwner(tenant),
      { formationTemplates: amount },
      {
        write: (counted) => transact([...steps, counted]),
        recount: async () => ({ formationTemplates: (await stored(tenant)).length }),
      },
    );

  const reserve = ({ tenant, name, id }: FormationTemplate) => names.reserve(tenant, encodeURIComponent(name), id);
  const release = ({ tenant, name }: FormationTemplate) => names.release(tenant, encodeURIComponent(name));

  return {
    find,

    insert: async (template) => {
      requireOtherName(template);
      await count(template.tenant, 1, [insertStep(templates, toItem(template)), reserve(template)]);
    },

    findByName: async (tenant, name) => {
      if (name === defaultTemplate.name) return defaultTemplateOf(tenant);
      const found = await getByKey(names.entity, { tenant, name: encodeURIComponent(name) });
      return found && find(tenant, found.ownerId);
    },

    list: async (tenant) => {
      return [defaultTemplateOf(tenant), ...(await stored(tenant))].sort((one, other) => (one.name < other.name ? -1 : 1));
    },

    replace: async (next, current) => {
      const renamed = next.name !== current.name;
      if (renamed) requireOtherName(next);
      await transact([replaceStep(templates, toItem(next), current.version), ...(renamed ? [reserve(next), release(current)] : [])]);
    },

    delete: (template) =>
      count(template.tenant, -1, [
        {
          write: templates
            .build(DeleteTransaction)
            .key(template)
            .options({ condition: { attr: 'formationCount', eq: 0 } }),
          refused: () => invalidOperation(`formation template ${template.name} has formations`),
        },
        release(template),
      ]),
  };
}

function requireOtherName({ name }: FormationTemplate): void {
  if (name === defaultTemplate.name)
    throw new AppError('NotUniqueName', 'Object name is not unique', { details: { object: 'formationtemplate' } });
}
