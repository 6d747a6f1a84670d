import type { Entity } from 'dynamodb-toolbox/entity';
import { requestCountEntity } from '#shared/table/admission/request-counts.dynamo.ts';
import { applicationTemplateEntity } from '#shared/table/application-templates/application-template-entity.dynamo.ts';
import { applicationEntity } from '#shared/table/applications/application-entity.dynamo.ts';
import {
  apiDefinitionEntity,
  bundleEntity,
  documentEntity,
  eventDefinitionEntity,
  specEntity,
} from '#shared/table/bundles/bundle-entities.dynamo.ts';
import { instanceAuthEntity } from '#shared/table/bundles/instance-auth-entity.dynamo.ts';
import { listEntity, revokedEntity } from '#shared/table/certificates/revocation-repository.dynamo.ts';
import { viewEntity } from '#shared/table/configuration/application-view-entity.dynamo.ts';
import { changeEntity, revisionEntity } from '#shared/table/configuration/configuration-revision-repository.dynamo.ts';
import { oauthClientEntity } from '#shared/table/consumers/oauth-client-entity.dynamo.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { automaticAssignmentEntity } from '#shared/table/formations/automatic-assignment-repository.dynamo.ts';
import { formationEntity, formationMemberEntity } from '#shared/table/formations/formation-entities.dynamo.ts';
import { formationTemplateEntity } from '#shared/table/formations/formation-template-entity.dynamo.ts';
import { healthCheckEntity } from '#shared/table/health-checks/health-check-entity.dynamo.ts';
import { integrationSystemEntity } from '#shared/table/integration-systems/integration-system-entity.dynamo.ts';
import { systemOfAllTenantsEntity } from '#shared/table/integration-systems/systems-of-all-tenants.dynamo.ts';
import { labelDefinitionEntity } from '#shared/table/labels/label-definition-repository.dynamo.ts';
import { livenessEntity } from '#shared/table/liveness/liveness-entity.dynamo.ts';
import { systemAuthEntity } from '#shared/table/pairing/system-auth-entity.dynamo.ts';
import { operationEntity, runtimeProvisioningEntity } from '#shared/table/provisioning/operation-entities.dynamo.ts';
import { quotaCountsEntity } from '#shared/table/quota-counts-entity.dynamo.ts';
import { runtimeEntity } from '#shared/table/runtimes/runtime-entity.dynamo.ts';
import { sweepEntity } from '#shared/table/sweeping/sweep-entity.dynamo.ts';
import { tenantEntity } from '#shared/table/tenants/tenant-repository.dynamo.ts';
import { webhookEntity } from '#shared/table/webhooks/webhook-entity.dynamo.ts';

const declarations: readonly ((table: ControlPlaneTable) => Entity)[] = [
  apiDefinitionEntity,
  applicationEntity,
  applicationTemplateEntity,
  viewEntity,
  automaticAssignmentEntity,
  bundleEntity,
  changeEntity,
  documentEntity,
  eventDefinitionEntity,
  formationEntity,
  formationMemberEntity,
  formationTemplateEntity,
  healthCheckEntity,
  instanceAuthEntity,
  integrationSystemEntity,
  labelDefinitionEntity,
  listEntity,
  livenessEntity,
  oauthClientEntity,
  operationEntity,
  quotaCountsEntity,
  requestCountEntity,
  revisionEntity,
  revokedEntity,
  runtimeEntity,
  runtimeProvisioningEntity,
  specEntity,
  sweepEntity,
  systemOfAllTenantsEntity,
  systemAuthEntity,
  tenantEntity,
  webhookEntity,
];

/** The entities of a table by their names, which are the types of their items. */
export const entitiesOf = (table: ControlPlaneTable): ReadonlyMap<string, Entity> =>
  new Map(declarations.map((declare) => declare(table)).map((entity) => [entity.entityName, entity]));
