import type { Limits } from '#shared/core/quotas.ts';
import { controlPlaneTable } from './control-plane-table.ts';
import { documentClient } from './document-client.ts';

interface Named {
  readonly TABLE_NAME: string;
  readonly QUOTAS: Limits;
}

/** The table that a function's environment names, with the limits of the deployment. */
export const tableOf = ({ TABLE_NAME, QUOTAS }: Named) => controlPlaneTable(documentClient(), TABLE_NAME, QUOTAS);
