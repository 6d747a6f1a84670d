import { customResourceHandler } from '#shared/lambda/custom-resource.ts';
import { deps } from './deps.ts';
import { publishTruststore } from './publish-truststore.ts';

export const handler = customResourceHandler(deps.log, () => publishTruststore(deps));
