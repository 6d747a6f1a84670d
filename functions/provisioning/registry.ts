import { deps } from './deps/registry.ts';
import { handlersOf } from './step-handlers.ts';

export const { registerRuntime, fetchConfiguration, checkAgent, finishOperation, failOperation, unregisterRuntime } = handlersOf(
  'registry',
  deps,
);
