import { deps } from './deps/registry.ts';
import { handlersOf } from './handlers-of.ts';

export const { registerRuntime, fetchConfiguration, checkAgent, finishOperation, failOperation, unregisterRuntime } = handlersOf(
  'registry',
  deps,
);
