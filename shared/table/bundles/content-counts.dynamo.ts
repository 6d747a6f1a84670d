import { amountsOfContents, amountsOfShare } from '#shared/bundles/amounts.ts';
import type { BundleInstanceAuth } from '#shared/bundles/instance-auth.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { applicationDetails } from '#shared/table/applications/application-details.dynamo.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { exactCounts } from '#shared/table/exact-counts.dynamo.ts';
import type { Amounts } from '#shared/table/quota-counts-entity.dynamo.ts';
import type { Step } from '#shared/table/transact.ts';

interface ApplicationKey {
  readonly tenant: TenantId;
  readonly applicationId: string;
}

export const applicationOwner = ({ tenant, applicationId: id }: ApplicationKey) => ({ tenant, kind: 'application', id }) as const;

/** Counts the contents of an Application. */
export function contentCounts(table: ControlPlaneTable) {
  const counts = exactCounts(table);
  const details = applicationDetails(table);

  return {
    ...counts,

    /** The same of a Runtime's share in an Application; nothing is counted where the amounts do not change, or there is no Runtime. */
    changeShare: (
      { tenant, applicationId, runtimeId }: BundleInstanceAuth,
      amounts: Amounts,
      gone: () => Error,
      write: (counted: readonly Step[]) => Promise<void>,
    ): Promise<void> =>
      runtimeId === undefined || Object.values(amounts).every((amount) => amount === 0)
        ? write([])
        : counts.record({ ...applicationOwner({ tenant, applicationId }), runtimeId }, amounts, {
            write: (counted) => write([counted]),
            recount: async () => {
              const found = await details(tenant, applicationId);
              if (!found) throw gone();
              if (found === 'too large') return undefined;
              return amountsOfShare(found.bundles.flatMap((one) => one.instanceAuths.filter((auth) => auth.runtimeId === runtimeId)));
            },
          }),

    /** Deletes the counts of a share: what is left is counted with the next change. */
    forgetShare: (key: ApplicationKey, runtimeId: string): Step => counts.close({ ...applicationOwner(key), runtimeId }),

    /** Writes the counting step together with other steps. Throws the error of `gone` if the Application was deleted. */
    change: (key: ApplicationKey, amounts: Amounts, gone: () => Error, write: (counted: Step) => Promise<void>): Promise<void> =>
      counts.record(applicationOwner(key), amounts, {
        write,
        recount: async () => {
          const found = await details(key.tenant, key.applicationId);
          if (!found) throw gone();
          if (found === 'too large') return undefined;
          const { bundles, apiDefinitions, eventDefinitions } = found;
          return amountsOfContents({
            bundles: bundles.map(({ bundle }) => bundle),
            apiDefinitions: [...apiDefinitions, ...bundles.flatMap((one) => one.apiDefinitions)],
            eventDefinitions: [...eventDefinitions, ...bundles.flatMap((one) => one.eventDefinitions)],
            documents: bundles.flatMap((one) => one.documents),
            instanceAuths: bundles.flatMap((one) => one.instanceAuths),
          });
        },
      }),
  };
}
