import { deps } from './deps/tokens.ts';
import { handlersOf } from './step-handlers.ts';

export const { obtainToken } = handlersOf('tokens', deps);
