import type { ApplicationDetails } from '#shared/applications/application-repository.ts';
import type { BundleDetails } from '#shared/bundles/bundle-details.ts';
import type { ApiDefinitionModel } from './models.ts';

/** The API Definitions of a bundle together with it, so that their credentials cost no further read. */
export const apisIn = (bundle: BundleDetails): ApiDefinitionModel[] =>
  bundle.apiDefinitions.map((definition) => ({ ...definition, inBundle: bundle }));

/** Definitions in bundles and in none, in the order of their ids. */
export const everyApiDefinition = ({ bundles, apiDefinitions }: ApplicationDetails): ApiDefinitionModel[] =>
  [...apiDefinitions, ...bundles.flatMap(apisIn)].sort(byId);

export const everyEventDefinition = ({ bundles, eventDefinitions }: ApplicationDetails) =>
  [...eventDefinitions, ...bundles.flatMap((bundle) => bundle.eventDefinitions)].sort(byId);

export const everyDocument = ({ bundles }: ApplicationDetails) => bundles.flatMap(({ documents }) => documents).sort(byId);

const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? -1 : 1);
