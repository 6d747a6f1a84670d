import { Entity } from 'dynamodb-toolbox/entity';
import { boolean } from 'dynamodb-toolbox/schema/boolean';
import { item } from 'dynamodb-toolbox/schema/item';
import { list } from 'dynamodb-toolbox/schema/list';
import { map } from 'dynamodb-toolbox/schema/map';
import { number } from 'dynamodb-toolbox/schema/number';
import { string } from 'dynamodb-toolbox/schema/string';
import { fetchModes } from '#shared/bundles/fetch-request.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { dated, foundById, tenantOfItem, versioned } from '#shared/table/attributes.ts';
import { type ControlPlaneTable, ownerPartition, tenantKey } from '#shared/table/control-plane-table.ts';
import { onePerTable } from '#shared/table/one-per-table.ts';

export const bundlePrefix = 'BUNDLE#';

/** Texts of specifications and documents sort behind everything else, so that reading an Application does not read them. */
export const specPrefix = '~SPEC#';

interface Keyed {
  tenant: TenantId;
  applicationId: string;
}
const partition = ({ tenant, applicationId }: Keyed): string => ownerPartition(tenant, 'application', applicationId);

const owned = {
  tenant: tenantOfItem,
  applicationId: string().key(),
  id: string().key(),
  ...dated,
  ...versioned,
  ...foundById,
};

/** The attributes by which the index finds an object when only its id is known. */
export const byId = (tenant: TenantId, id: string, type: string) => ({ idPk: tenantKey(tenant, 'ID', id), idSk: type });

/** A bundle, definition or document without the attributes that only the index needs. */
export const fromItem = <T extends { idPk: string; idSk: string }>({ idPk, idSk, ...item }: T): Omit<T, 'idPk' | 'idSk'> => item;

export const bundleEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'Bundle',
      table,
      timestamps: false,
      schema: item({
        ...owned,
        name: string(),
        description: string().optional(),
        instanceAuthRequestInputSchema: string().optional(),
        defaultInstanceAuth: string().optional(),
        correlationIDs: list(string()).optional(),
      }),
      computeKey: (key) => ({ pk: partition(key), sk: bundlePrefix + key.id }),
    }),
);

const text = map({ bytes: number(), objectKey: string().optional() }).optional();

const fetchRequest = map({
  id: string(),
  url: string(),
  mode: string().enum(...fetchModes),
  filter: string().optional(),
  auth: string().optional(),
  status: map({ condition: string().enum('INITIAL', 'SUCCEEDED', 'FAILED'), message: string().optional(), timestamp: string() }),
}).optional();

const definition = {
  ...owned,
  bundleId: string().key().optional(),
  name: string(),
  description: string().optional(),
  group: string().optional(),
  apiVersion: map({
    value: string(),
    deprecated: boolean().optional(),
    deprecatedSince: string().optional(),
    forRemoval: boolean().optional(),
  }).optional(),
  spec: map({ type: string(), format: string() }).optional(),
  text,
  fetchRequest,
};

/** In its bundle, or directly under its Application. */
const childKey = (kind: string) => (key: Keyed & { bundleId?: string; id: string }) => ({
  pk: partition(key),
  sk: `${key.bundleId === undefined ? '' : `${bundlePrefix}${key.bundleId}#`}${kind}#${key.id}`,
});

export const apiDefinitionEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'ApiDefinition',
      table,
      timestamps: false,
      schema: item({ ...definition, targetURL: string() }),
      computeKey: childKey('API'),
    }),
);

export const eventDefinitionEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({ name: 'EventDefinition', table, timestamps: false, schema: item(definition), computeKey: childKey('EVENT') }),
);

export const documentEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'Document',
      table,
      timestamps: false,
      schema: item({
        ...owned,
        bundleId: string().key(),
        title: string(),
        displayName: string(),
        description: string(),
        format: string().enum('MARKDOWN'),
        kind: string().optional(),
        text,
        fetchRequest,
      }),
      computeKey: childKey('DOC'),
    }),
);

export const specEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'Spec',
      table,
      timestamps: false,
      schema: item({ tenant: tenantOfItem, applicationId: string().key(), ownerId: string().key(), data: string() }),
      computeKey: (key) => ({ pk: partition(key), sk: specPrefix + key.ownerId }),
    }),
);
