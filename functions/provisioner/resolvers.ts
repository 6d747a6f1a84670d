import {
  deprovisionRuntime,
  provisionRuntime,
  reconnectRuntimeAgent,
  runtimeOperationStatus,
  runtimeOperations,
  upgradeRuntime,
} from './resolvers/operations.ts';
import { runtimeStatus } from './resolvers/runtime-status.ts';
import type { Resolvers } from './schema.generated.ts';

export const resolvers: Resolvers = {
  Query: { runtimeStatus, runtimeOperations, runtimeOperationStatus },
  Mutation: { provisionRuntime, deprovisionRuntime, reconnectRuntimeAgent, upgradeRuntime },
};
