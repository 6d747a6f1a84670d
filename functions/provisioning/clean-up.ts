import { deps } from './deps/clean-up.ts';
import { handlersOf } from './handlers-of.ts';

export const { spendToken } = handlersOf('clean-up', deps);
