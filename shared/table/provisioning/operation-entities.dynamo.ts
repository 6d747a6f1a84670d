import { Entity } from 'dynamodb-toolbox/entity';
import { any } from 'dynamodb-toolbox/schema/any';
import { boolean } from 'dynamodb-toolbox/schema/boolean';
import { item } from 'dynamodb-toolbox/schema/item';
import { map } from 'dynamodb-toolbox/schema/map';
import { number } from 'dynamodb-toolbox/schema/number';
import { record } from 'dynamodb-toolbox/schema/record';
import { string } from 'dynamodb-toolbox/schema/string';
import type { JsonValue } from '#shared/core/json.ts';
import { dated, tenantOfItem, versioned } from '#shared/table/attributes.ts';
import { type ControlPlaneTable, headKey, tenantKey } from '#shared/table/control-plane-table.ts';
import { onePerTable } from '#shared/table/one-per-table.ts';

const json = () => any().castAs<JsonValue>();

const registration = () =>
  map({ name: string(), description: string().optional(), labels: record(string(), json()), formations: any().castAs<string[]>() });

export const operationEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'Operation',
      table,
      timestamps: false,
      schema: item({
        tenant: tenantOfItem,
        id: string().key(),
        operation: string().enum('Provision', 'Deprovision', 'Reconnect', 'Upgrade'),
        state: string().enum('Pending', 'InProgress', 'Succeeded', 'Failed'),
        runtimeId: string(),
        driver: string(),
        parameters: record(string(), json()),
        limits: map({ infrastructureSeconds: number(), agentSeconds: number() }),
        registration: registration().optional(),
        requestDigest: string(),
        token: map({ authId: string(), expiresAt: string(), delivered: boolean() }).optional(),
        steps: record(string(), map({ startedAt: string(), cleansUp: boolean() })).optional(),
        message: string(),
        lastError: map({ step: string(), code: string(), message: string() }).optional(),
        ...dated,
        startedAt: string().optional(),
        finishedAt: string().optional(),
        expiresAt: number().optional(),
        ...versioned,
      }),
      computeKey: ({ tenant, id }) => ({ pk: tenantKey(tenant, 'OP', id), sk: headKey }),
    }),
);

/** Not in the Runtime's partition: it outlives the Runtime's registration, so that its infrastructure can still be removed. */
export const runtimeProvisioningEntity = onePerTable(
  (table: ControlPlaneTable) =>
    new Entity({
      name: 'RuntimeProvisioning',
      table,
      timestamps: false,
      schema: item({
        tenant: tenantOfItem,
        runtimeId: string().key(),
        driver: string(),
        parameters: record(string(), json()),
        activeOperationId: string().optional(),
        activeUntil: string().optional(),
        lastOperationId: string(),
        earlierOperationIds: any().castAs<readonly string[]>().optional(),
        configuration: registration().optional(),
        infrastructure: map({
          stackId: string(),
          consoleUrl: string().optional(),
          templateVersion: string().optional(),
          outputs: record(string(), string()),
        }).optional(),
        removed: boolean(),
        counted: boolean().optional(),
        expiresAt: number().optional(),
        ...versioned,
      }),
      computeKey: ({ tenant, runtimeId }) => ({ pk: tenantKey(tenant, 'PROVISIONING', runtimeId), sk: headKey }),
    }),
);
