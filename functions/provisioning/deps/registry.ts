import { directorRegistry } from '../director-registry.ts';
import { deps as common, table } from './operations.ts';

/** Dependencies of the steps that change the registry or only read the table. */
export const deps = { ...common, registry: directorRegistry(table, common.clock) };
