import * as z from 'zod';

const operation = z.object({ operationId: z.string(), runtimeId: z.string(), driver: z.string() });
const failure = operation.extend({ step: z.string(), code: z.string(), message: z.string() });

export const provisioningEvents = {
  ProvisioningStarted: operation,
  ProvisioningSucceeded: operation,
  ProvisioningFailed: failure,
  DeprovisioningStarted: operation,
  DeprovisioningSucceeded: operation,
  DeprovisioningFailed: failure,
  ReconnectingStarted: operation,
  ReconnectingSucceeded: operation,
  ReconnectingFailed: failure,
} as const;
