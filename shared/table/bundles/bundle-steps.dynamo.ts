import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import type { BundleContents } from '#shared/bundles/bundle.ts';
import type { BundleDetails } from '#shared/bundles/bundle-details.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import type { Step } from '#shared/table/transact.ts';
import { apiDefinitionEntity, bundleEntity, byId, documentEntity, eventDefinitionEntity } from './bundle-entities.dynamo.ts';
import { heldInstanceAuths } from './held-instance-auths.dynamo.ts';
import { instanceAuthEntity } from './instance-auth-entity.dynamo.ts';
import { textSteps } from './text-steps.dynamo.ts';

/** The writes that add a bundle with everything in it. */
export function bundleSteps(table: ControlPlaneTable) {
  const bundles = bundleEntity(table);
  const apis = apiDefinitionEntity(table);
  const events = eventDefinitionEntity(table);
  const documents = documentEntity(table);
  const texts = textSteps(table);

  return (contents: BundleContents): Step[] => {
    const { tenant } = contents.bundle;
    return [
      { write: bundles.build(PutTransaction).item({ ...contents.bundle, ...byId(tenant, contents.bundle.id, 'Bundle') }) },
      ...contents.apiDefinitions.map((api) => ({
        write: apis.build(PutTransaction).item({ ...api, ...byId(tenant, api.id, 'ApiDefinition') }),
      })),
      ...contents.eventDefinitions.map((event) => ({
        write: events.build(PutTransaction).item({ ...event, ...byId(tenant, event.id, 'EventDefinition') }),
      })),
      ...contents.documents.map((document) => ({
        write: documents.build(PutTransaction).item({ ...document, ...byId(tenant, document.id, 'Document') }),
      })),
      ...contents.texts.flatMap(texts.put),
    ];
  };
}

/** The writes that delete everything in a bundle, but not the bundle itself. */
export function bundleEndSteps(table: ControlPlaneTable) {
  const apis = apiDefinitionEntity(table);
  const events = eventDefinitionEntity(table);
  const documents = documentEntity(table);
  const instanceAuths = instanceAuthEntity(table);
  const texts = textSteps(table);
  const held = heldInstanceAuths(table);

  return async (contents: BundleDetails): Promise<Step[]> => [
    ...(await held.endOf(contents.bundle)),
    ...[...contents.apiDefinitions, ...contents.eventDefinitions, ...contents.documents].filter(({ text }) => text).map(texts.delete),
    ...contents.apiDefinitions.map((one) => ({ write: apis.build(DeleteTransaction).key(one) })),
    ...contents.eventDefinitions.map((one) => ({ write: events.build(DeleteTransaction).key(one) })),
    ...contents.documents.map((one) => ({ write: documents.build(DeleteTransaction).key(one) })),
    ...contents.instanceAuths.map((one) => ({ write: instanceAuths.build(DeleteTransaction).key(one) })),
  ];
}
