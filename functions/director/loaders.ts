import DataLoader from 'dataloader';
import type { ApplicationTemplate } from '#shared/application-templates/application-template.ts';
import type { Application } from '#shared/applications/application.ts';
import type { WithText } from '#shared/bundles/text.ts';
import type { CurrentRevision } from '#shared/configuration/configuration-revision.ts';
import type { Page, PageRequest } from '#shared/core/page.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import type { Formation, FormationMember, FormationObjectType } from '#shared/formations/formation.ts';
import type { Runtime } from '#shared/runtimes/runtime.ts';
import type { Webhook } from '#shared/webhooks/webhook.ts';
import type { DirectorDeps } from './deps.ts';
import { type FetchedTexts, fetchedTexts } from './fetched-texts.ts';
import { textLoader } from './text-loader.ts';

interface MembersKey {
  readonly formationId: string;
  readonly type: FormationObjectType;
  readonly page: PageRequest;
}

/** Reads that the objects of one request share: each is made once, and those of one tick are batched. */
export interface Loaders {
  readonly applicationTemplates: DataLoader<string, ApplicationTemplate | undefined>;
  /** Webhooks by the id of their application template. */
  readonly webhooksOfTemplates: DataLoader<string, readonly Webhook[]>;
  readonly runtimes: DataLoader<string, Runtime | undefined>;
  readonly applications: DataLoader<string, Application | undefined>;
  /** Formations as they are after a mutation of the request, which answers them as they were before. */
  readonly formations: DataLoader<string, Formation | undefined>;
  readonly members: DataLoader<MembersKey, Page<FormationMember>, string>;
  readonly texts: DataLoader<WithText, string | undefined>;
  readonly fetched: FetchedTexts;
  /** The revision of the tenant, as it was before anything else was read. */
  readonly revision: () => Promise<CurrentRevision>;
  /** Clears a changed entry. */
  forget(): void;
}

/** `known` is the revision of the tenant, if it was read for the request. */
export function loadersOf(tenant: TenantId, deps: DirectorDeps, known?: CurrentRevision): Loaders {
  const applicationTemplates = byId((ids) => deps.applicationTemplates.findMany(tenant, ids));
  const webhooksOfTemplates = eachAlone((id: string) => deps.webhooks.listByOwner({ tenant, kind: 'application_template', id }));
  const runtimes = byId((ids) => deps.runtimes.findMany(tenant, ids));
  const applications = byId((ids) => deps.applications.findMany(tenant, ids));
  const formations = byId((ids) => deps.formations.findMany(tenant, ids));
  const members = new DataLoader(
    (keys: readonly MembersKey[]) =>
      Promise.all(keys.map(({ formationId, type, page }) => deps.formations.listMembers(tenant, formationId, type, page))),
    { cacheKeyFn: (key) => JSON.stringify(key) },
  );
  const texts = textLoader(deps);
  return {
    applicationTemplates,
    webhooksOfTemplates,
    runtimes,
    applications,
    formations,
    members,
    texts,
    fetched: fetchedTexts(deps),
    revision: async () => known ?? deps.revisions.current(tenant),
    forget: () => {
      for (const loader of [applicationTemplates, webhooksOfTemplates, runtimes, applications, formations, members]) loader.clearAll();
    },
  };
}

/** Reads the objects of one tick together. */
const byId = <T extends { readonly id: string }>(findMany: (ids: readonly string[]) => Promise<readonly T[]>) =>
  new DataLoader<string, T | undefined>(async (ids) => {
    const found = new Map((await findMany(ids)).map((one) => [one.id, one]));
    return ids.map((id) => found.get(id));
  });

/** Reads each once; a query of one partition cannot read another. */
const eachAlone = <T>(read: (id: string) => Promise<T>) => new DataLoader<string, T>((ids) => Promise.all(ids.map(read)));
