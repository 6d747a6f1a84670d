import { type DocumentNode, Kind, type SelectionSetNode } from 'graphql';
import { tenantRequired } from '#shared/lambda/own-tenant.ts';
import type { Context } from './context.ts';
import type { Operation } from './operation-scopes.ts';

/** Operations that clients of the original call without a Tenant header: templates, integration systems and tenants belong to no tenant there. */
const operationsWithoutTenant: ReadonlySet<string> = new Set<Operation>([
  'applicationTemplate',
  'applicationTemplates',
  'createApplicationTemplate',
  'updateApplicationTemplate',
  'deleteApplicationTemplate',
  'formationTemplate',
  'formationTemplates',
  'formationTemplatesByName',
  'createFormationTemplate',
  'updateFormationTemplate',
  'deleteFormationTemplate',
  'setFormationTemplateLabel',
  'deleteFormationTemplateLabel',
  'integrationSystem',
  'integrationSystems',
  'registerIntegrationSystem',
  'updateIntegrationSystem',
  'unregisterIntegrationSystem',
  'requestClientCredentialsForIntegrationSystem',
  'deleteSystemAuthForIntegrationSystem',
  'tenants',
  'tenantByExternalID',
  'tenantByInternalID',
  'rootTenants',
  'writeTenant',
  'writeTenants',
  'updateTenant',
  'setTenantLabel',
  'deleteTenants',
]);

/**
 * Refuses a request of a user without a Tenant header, unless everything it asks for is administered without one. Throws TenantRequired before any
 * operation.
 */
export function requireTenantFor({ actor }: Context, document: DocumentNode): void {
  if (actor.kind !== 'user' || !actor.tenantImplied) return;
  if (!rootFieldsOf(document).every((name) => operationsWithoutTenant.has(name))) throw tenantRequired();
}

/** The fields of Query and Mutation that the operations of a valid document ask for, those in fragments included. */
function rootFieldsOf({ definitions }: DocumentNode): string[] {
  const fragments = new Map(definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])));
  const fieldsOf = (set: SelectionSetNode | undefined): string[] =>
    (set?.selections ?? []).flatMap((one) => {
      if (one.kind === Kind.FIELD) return [one.name.value];
      return fieldsOf(one.kind === Kind.INLINE_FRAGMENT ? one.selectionSet : fragments.get(one.name.value)?.selectionSet);
    });
  return definitions.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? fieldsOf(one.selectionSet) : []));
}
