import type { TenantId } from '../core/tenant-id.ts';
import type { Operation } from './operation.ts';

/** The whole input of a workflow; everything else its tasks read from the table. */
export interface WorkflowInput {
  readonly tenant: TenantId;
  readonly operationId: string;
  readonly runtimeId: string;
}

/** Starts the workflow of an operation. An operation has one execution: starting it again changes nothing. */
export type WorkflowStarter = (operation: Operation['operation'], input: WorkflowInput) => Promise<void>;
