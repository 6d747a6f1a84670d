import type { Operation } from '#shared/provisioning/operation.ts';
import { operationHistory, stepsOf } from '#shared/provisioning/operation-history.ts';
import { operationStatus } from '#shared/provisioning/provisioning-status.ts';
import { startDeprovisioning } from '#shared/provisioning/start-deprovisioning.ts';
import { startProvisioning } from '#shared/provisioning/start-provisioning.ts';
import { startReconnecting } from '#shared/provisioning/start-reconnecting.ts';
import { startUpgrading } from '#shared/provisioning/start-upgrading.ts';
import type { MutationResolvers, OperationStatus, QueryResolvers } from '../schema.generated.ts';

export const provisionRuntime: MutationResolvers['provisionRuntime'] = async (_parent, { config }, { actor, idempotencyKey, deps }) =>
  operationView(await startProvisioning(config, actor, idempotencyKey, deps));

export const deprovisionRuntime: MutationResolvers['deprovisionRuntime'] = async (_parent, { id }, { actor, idempotencyKey, deps }) =>
  (await startDeprovisioning(id, actor, idempotencyKey, deps)).id;

export const reconnectRuntimeAgent: MutationResolvers['reconnectRuntimeAgent'] = async (_parent, { id }, { actor, idempotencyKey, deps }) =>
  (await startReconnecting(id, actor, idempotencyKey, deps)).id;

export const upgradeRuntime: MutationResolvers['upgradeRuntime'] = async (_parent, { id }, { actor, idempotencyKey, deps }) =>
  operationView(await startUpgrading(id, actor, idempotencyKey, deps));

export const runtimeOperationStatus: QueryResolvers['runtimeOperationStatus'] = async (_parent, { id }, { actor, deps }) =>
  operationView(await operationStatus(id, actor, deps));

export const runtimeOperations: QueryResolvers['runtimeOperations'] = async (_parent, { id }, { actor, deps }) =>
  (await operationHistory(id, actor, deps)).map(operationView);

/** An operation as clients see it; `component` of its error is the step that failed. */
export function operationView(operation: Operation): OperationStatus {
  const { id, operation: type, state, message, runtimeId } = operation;
  const failure = operation.state === 'Failed' ? operation.lastError : undefined;
  return {
    id,
    operation: type === 'Reconnect' ? 'ReconnectRuntime' : type,
    state,
    message,
    runtimeID: runtimeId,
    compassRuntimeID: runtimeId,
    lastError: failure && { errMessage: `${failure.step}: ${failure.message}`, reason: failure.code, component: failure.step },
    createdAt: operation.createdAt,
    finishedAt: 'finishedAt' in operation ? operation.finishedAt : undefined,
    steps: stepsOf(operation),
  };
}
