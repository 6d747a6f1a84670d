// biome-ignore lint/performance/noBarrelFile: the entry of a package that is bundled into one file.
export { type Director, directorOf, ownApplicationId } from './director.ts';
export { type GraphqlRequest, sendGraphql } from './graphql.ts';
export { type Identity, post, type Trust } from './https-post.ts';
export { type KeptPairing, keepPaired, type PairingOptions } from './keep-paired.ts';
export { type Pairing, pairApplication, renewWhenDue } from './pairing.ts';
export { type PairingToken, readRawToken } from './pairing-token.ts';
export { readJson, writeJson } from './private-file.ts';
export { type Publication, type PublishedIds, publishDefinitions } from './publish-definitions.ts';
export type { Reader } from './reader.ts';
export { type ApplicationEvent, sendEvent } from './send-event.ts';
export { newSigningRequest } from './signing-request.ts';
export { loadPairing, savePairing } from './stored-pairing.ts';
export { type Subscription, subscribe } from './subscription.ts';
export { type WebhookMessage, webhookVerifier } from './webhook-verifier.ts';
