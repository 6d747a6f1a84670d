import { type Actor, requireScope } from '../core/actor.ts';
import { notFound } from '../core/errors.ts';
import type { Operation } from './operation.ts';
import type { OperationRepository } from './operation-repository.ts';

/** A step of an operation, and how it went. A step of which `finishedAt` is absent runs. */
export interface OperationStep {
  readonly name: string;
  readonly state: 'InProgress' | 'Succeeded' | 'Failed';
  readonly startedAt: string;
  readonly finishedAt?: string | undefined;
  /** Present on the step that failed. */
  readonly error?: string | undefined;
}

/** The operations of a Runtime that are kept, the latest first. Throws NotFound for a Runtime without any, also for one of another tenant. */
export async function operationHistory(
  runtimeId: string,
  actor: Actor,
  { operations }: { readonly operations: Pick<OperationRepository, 'find' | 'findProvisioning'> },
): Promise<Operation[]> {
  requireScope(actor, 'runtime:read');
  const provisioning = await operations.findProvisioning(actor.tenant, runtimeId);
  if (!provisioning) throw notFound('runtime', runtimeId);
  const { lastOperationId, earlierOperationIds = [] } = provisioning;
  const found = await Promise.all([lastOperationId, ...earlierOperationIds].map((id) => operations.find(actor.tenant, id)));
  return found.filter((operation) => operation !== undefined);
}

/**
 * The steps of an operation in the order in which they began; none of an operation of an earlier release. A step ends when the next one begins, and the
 * last one with the operation.
 */
export function stepsOf(operation: Operation): OperationStep[] {
  const begun = Object.entries(operation.steps ?? {})
    .map(([name, step]) => ({ name, ...step }))
    .sort((a, b) => a.startedAt.localeCompare(b.startedAt));
  const end = 'finishedAt' in operation ? operation.finishedAt : undefined;
  const failed = failedOf(operation, begun);
  return begun.map(({ name, startedAt }, at) => {
    const finishedAt = begun[at + 1]?.startedAt ?? end;
    if (name === failed?.name) return { name, state: 'Failed', startedAt, finishedAt, error: failed.error };
    return { name, state: finishedAt === undefined ? 'InProgress' : 'Succeeded', startedAt, finishedAt };
  });
}

type Named = { readonly name: string; readonly cleansUp: boolean };

/** The step that failed: the one that the error names; or the last one before the clean-up, if it names a check that belongs to that. */
function failedOf(operation: Operation, begun: readonly Named[]): { name: string; error: string } | undefined {
  if (operation.state !== 'Failed') return undefined;
  const { step, message } = operation.lastError;
  const name = begun.find((one) => one.name === step)?.name ?? begun.findLast(({ cleansUp }) => !cleansUp)?.name;
  return name === undefined ? undefined : { name, error: message };
}
