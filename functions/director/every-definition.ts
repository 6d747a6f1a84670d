import type { ApplicationDetails } from '#shared/applications/application-repository.ts';

/** Definitions in bundles and in none, in the order of their ids. */
export const everyApiDefinition = ({ bundles, apiDefinitions }: ApplicationDetails) =>
  [...apiDefinitions, ...bundles.flatMap((bundle) => bundle.apiDefinitions)].sort(byId);

export const everyEventDefinition = ({ bundles, eventDefinitions }: ApplicationDetails) =>
  [...eventDefinitions, ...bundles.flatMap((bundle) => bundle.eventDefinitions)].sort(byId);

const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? -1 : 1);
