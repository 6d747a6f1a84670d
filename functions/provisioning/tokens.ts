import { deps } from './deps/tokens.ts';
import { handlersOf } from './handlers-of.ts';

export const { obtainToken } = handlersOf('tokens', deps);
