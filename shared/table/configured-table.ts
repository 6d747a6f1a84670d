import { builtAtFirstUse } from '#shared/core/built-at-first-use.ts';
import type { Limits } from '#shared/core/quotas.ts';
import { type ControlPlaneTable, controlPlaneTable } from './control-plane-table.ts';
import { documentClient } from './document-client.ts';

interface Named {
  readonly TABLE_NAME: string;
  readonly QUOTAS: Limits;
}

/** The table that a function's environment names, with the limits of the deployment. */
export const tableOf = ({ TABLE_NAME, QUOTAS }: Named) => controlPlaneTable(documentClient(), TABLE_NAME, QUOTAS);

/** Makes repositories of a table, each when a request first needs it. */
export const repositoriesOf =
  (table: ControlPlaneTable) =>
  <T extends object>(make: (table: ControlPlaneTable) => T): T =>
    builtAtFirstUse(() => make(table));
