import type { ApplicationRepository } from '#shared/applications/application-repository.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import type { Formation } from '#shared/formations/formation.ts';
import type { FormationRepository } from '#shared/formations/formation-repository.ts';
import type { RuntimeRepository } from '#shared/runtimes/runtime-repository.ts';

interface Deps {
  readonly applications: Pick<ApplicationRepository, 'find'>;
  readonly runtimes: Pick<RuntimeRepository, 'find'>;
  readonly formations: Pick<FormationRepository, 'findMany'>;
}

/** The formations that an Application or Runtime is in, by name; none for what does not exist. */
export async function formationsForObject(
  tenant: TenantId,
  id: string,
  { applications, runtimes, formations }: Deps,
): Promise<Formation[]> {
  const [application, runtime] = await Promise.all([applications.find(tenant, id), runtimes.find(tenant, id)]);
  const ids = Object.keys((application ?? runtime)?.formations ?? {});
  const found = ids.length === 0 ? [] : await formations.findMany(tenant, ids);
  return found.sort((one, other) => (one.name < other.name ? -1 : 1));
}
