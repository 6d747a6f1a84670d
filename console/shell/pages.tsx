import { type ComponentType, lazy } from 'react';
import { LandscapePage } from '../landscape/landscape-page.tsx';

/** A page of the console: the places where it is shown, and the scope without which the APIs answer nothing for it. */
export interface ConsolePage {
  /** Segments of the path; one that begins with a colon takes any text, and is handed to the page by its name. */
  readonly path: readonly string[];
  readonly scope: string;
  /** Its entry in the navigation; pages of single objects have none. */
  readonly entry?: string;
  readonly page: ComponentType<Readonly<Record<string, string>>>;
}

const later = (load: () => Promise<ComponentType<never>>) =>
  lazy(async () => ({ default: (await load()) as ComponentType<Readonly<Record<string, string>>> }));

export const pages: readonly ConsolePage[] = [
  { path: [], scope: 'application:read', entry: 'Landscape', page: LandscapePage },
  {
    path: ['applications'],
    scope: 'application:read',
    entry: 'Applications',
    page: later(async () => (await import('../applications/applications-page.tsx')).ApplicationsPage),
  },
  {
    path: ['applications', ':id'],
    scope: 'application:read',
    page: later(async () => (await import('../applications/application-page.tsx')).ApplicationPage),
  },
  {
    path: ['applications', ':id', ':kind', ':definition'],
    scope: 'application:read',
    page: later(async () => (await import('../definitions/definition-page.tsx')).DefinitionPage),
  },
  {
    path: ['runtimes'],
    scope: 'runtime:read',
    entry: 'Runtimes',
    page: later(async () => (await import('../runtimes/runtimes-page.tsx')).RuntimesPage),
  },
  {
    path: ['runtimes', ':id'],
    scope: 'runtime:read',
    page: later(async () => (await import('../runtimes/runtime-page.tsx')).RuntimePage),
  },
  {
    path: ['formations'],
    scope: 'formation:read',
    entry: 'Formations',
    page: later(async () => (await import('../formations/formations-page.tsx')).FormationsPage),
  },
  {
    path: ['certificates'],
    scope: 'application.auths:read',
    entry: 'Certificates',
    page: later(async () => (await import('../certificates/certificates-page.tsx')).CertificatesPage),
  },
  {
    path: ['pair'],
    scope: 'application:write',
    entry: 'Pair',
    page: later(async () => (await import('../pairing/pairing-page.tsx')).PairingPage),
  },
  {
    path: ['tenants'],
    scope: 'tenant:read',
    entry: 'Tenants',
    page: later(async () => (await import('../tenants/tenants-page.tsx')).TenantsPage),
  },
];

/** The page of a path, with what its segments name; undefined if there is none. */
export function pageAt(
  path: readonly string[],
): { readonly page: ConsolePage; readonly names: Readonly<Record<string, string>> } | undefined {
  for (const page of pages) {
    const fits =
      page.path.length === path.length && page.path.every((segment, index) => segment.startsWith(':') || segment === path[index]);
    if (!fits) continue;
    const names = page.path.flatMap((segment, index) => (segment.startsWith(':') ? [[segment.slice(1), path[index] ?? ''] as const] : []));
    return { page, names: Object.fromEntries(names) };
  }
  return undefined;
}
