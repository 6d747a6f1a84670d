import { customResourceHandler } from '#shared/lambda/custom-resource.ts';
import { deps } from './deps.ts';
import { publishConsole, removeConsole } from './publish-console.ts';

export const handler = customResourceHandler(
  deps.log,
  () => publishConsole(deps),
  () => removeConsole(deps),
);
