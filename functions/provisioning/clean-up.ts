import { deps } from './deps/clean-up.ts';
import { handlersOf } from './step-handlers.ts';

export const { spendToken } = handlersOf('clean-up', deps);
