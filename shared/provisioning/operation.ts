import * as z from 'zod';
import { type AppError, invalidOperation } from '../core/errors.ts';
import type { JsonObject } from '../core/json.ts';
import { tenantId } from '../core/tenant-id.ts';

const labels = z.record(z.string(), z.json());

/** The registration data of the Runtime. */
const registration = z.object({
  name: z.string(),
  description: z.string().optional(),
  labels,
  formations: z.array(z.string()),
});
export type Registration = z.output<typeof registration>;

/** The failed step, the name of its error, and the reason. Safe to show. */
const lastError = z.object({ step: z.string(), code: z.string(), message: z.string() });
export type LastError = z.output<typeof lastError>;

/** The beginning of a step of the workflow, and whether the step cleans up after a failure. */
const begunStep = z.object({ startedAt: z.string(), cleansUp: z.boolean() });
export type BegunStep = z.output<typeof begunStep>;

const common = {
  tenant: z.string().transform(tenantId),
  id: z.string(),
  operation: z.enum(['Provision', 'Deprovision', 'Reconnect', 'Upgrade']),
  runtimeId: z.string(),
  driver: z.string(),
  parameters: z.record(z.string(), z.json()),
  limits: z.object({ infrastructureSeconds: z.number(), agentSeconds: z.number() }),
  /** Present on Provision. */
  registration: registration.optional(),
  /** Digest of the request, to distinguish a repetition from another request under the same idempotency key. */
  requestDigest: z.string(),
  /** The one-time token the workflow obtained; `delivered` once the agent-configuration secret holds it. */
  token: z.object({ authId: z.string(), expiresAt: z.string(), delivered: z.boolean() }).optional(),
  /** The steps of the workflow that have begun, by their names. Absent in operations of earlier releases. */
  steps: z.record(z.string(), begunStep).optional(),
  message: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  version: z.number(),
  changedBy: z.string(),
};

const pending = z.object({ ...common, state: z.literal('Pending') });
const inProgress = z.object({ ...common, state: z.literal('InProgress'), startedAt: z.string() });
const succeeded = z.object({ ...common, state: z.literal('Succeeded'), finishedAt: z.string() });
const failed = z.object({ ...common, state: z.literal('Failed'), finishedAt: z.string(), lastError });

export const operationSchema = z.discriminatedUnion('state', [pending, inProgress, succeeded, failed]);

export type PendingOperation = z.output<typeof pending>;
export type InProgressOperation = z.output<typeof inProgress>;
export type SucceededOperation = z.output<typeof succeeded>;
export type FailedOperation = z.output<typeof failed>;
export type Operation = z.output<typeof operationSchema>;
export type ActiveOperation = PendingOperation | InProgressOperation;
export type EndedOperation = SucceededOperation | FailedOperation;

export type NewOperation = Pick<
  Operation,
  'tenant' | 'id' | 'operation' | 'runtimeId' | 'driver' | 'limits' | 'registration' | 'requestDigest' | 'changedBy'
> & { readonly parameters: JsonObject };

const startMessages = {
  Provision: 'Provisioning started',
  Deprovision: 'Deprovisioning started',
  Reconnect: 'Reconnecting started',
  Upgrade: 'Upgrading started',
};

/** An operation that no workflow has begun yet. */
export function newOperation(operation: NewOperation, now: Date): PendingOperation {
  const createdAt = now.toISOString();
  return {
    ...operation,
    parameters: operation.parameters as PendingOperation['parameters'],
    state: 'Pending',
    steps: {},
    message: startMessages[operation.operation],
    createdAt,
    updatedAt: createdAt,
    version: 1,
  };
}

export const isActive = (operation: Operation): operation is ActiveOperation =>
  operation.state === 'Pending' || operation.state === 'InProgress';

/** The workflow works on it. */
export function begin(operation: Operation, now: Date): InProgressOperation {
  if (operation.state === 'InProgress') return operation;
  if (operation.state !== 'Pending') throw notActive(operation.id);
  return { ...operation, ...stamp(operation, now), state: 'InProgress', startedAt: now.toISOString() };
}

/** Notes the token the workflow obtained. */
export function withToken(operation: Operation, token: NonNullable<Operation['token']>, now: Date): ActiveOperation {
  if (!isActive(operation)) throw notActive(operation.id);
  return { ...operation, ...stamp(operation, now), token };
}

export function succeed(operation: Operation, now: Date): SucceededOperation {
  if (!isActive(operation)) throw notActive(operation.id);
  return { ...operation, ...stamp(operation, now), state: 'Succeeded', message: 'Operation succeeded', finishedAt: now.toISOString() };
}

export function fail(operation: Operation, error: LastError, now: Date): FailedOperation {
  if (!isActive(operation)) throw notActive(operation.id);
  const message = `Operation failed at ${error.step}`;
  return { ...operation, ...stamp(operation, now), state: 'Failed', message, lastError: error, finishedAt: now.toISOString() };
}

const stamp = ({ version }: Operation, now: Date) => ({ version: version + 1, updatedAt: now.toISOString() });

export const notActive = (id: string): AppError => invalidOperation(`operation ${id} has ended already`);
