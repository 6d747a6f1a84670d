import {
  deprovisionRuntime,
  provisionRuntime,
  reconnectRuntimeAgent,
  runtimeOperationStatus,
  upgradeRuntime,
} from './resolvers/operations.ts';
import { runtimeStatus } from './resolvers/runtime-status.ts';
import type { Resolvers } from './schema.generated.ts';

export const resolvers: Resolvers = {
  Query: { runtimeStatus, runtimeOperationStatus },
  Mutation: { provisionRuntime, deprovisionRuntime, reconnectRuntimeAgent, upgradeRuntime },
};
