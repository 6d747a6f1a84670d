import type { EventingAddresses } from '#shared/eventing/eventing-url.ts';

export const wireEventing = ({ url, urlForTokens }: EventingAddresses) => ({ defaultURL: url, defaultURLForTokens: urlForTokens });
