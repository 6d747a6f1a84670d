import type { ApplicationRepository } from '#shared/applications/application-repository.ts';
import type { OwnerKind } from '#shared/core/actor.ts';
import type { JsonValue } from '#shared/core/json.ts';
import { type Page, type PageRequest, pagesOf } from '#shared/core/page.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { type Labels, labelOf } from '#shared/labels/label.ts';
import type { RuntimeRepository } from '#shared/runtimes/runtime-repository.ts';

interface Deps {
  readonly applications: Pick<ApplicationRepository, 'list'>;
  readonly runtimes: Pick<RuntimeRepository, 'list'>;
}

export interface LabelledObject {
  readonly kind: OwnerKind;
  readonly id: string;
  readonly value: JsonValue;
}

/** The same of Runtimes alone, with all their labels. */
export async function* labelledRuntimes(tenant: TenantId, key: string, { runtimes }: Pick<Deps, 'runtimes'>) {
  for await (const runtime of everyOne((page) => runtimes.list(tenant, page))) {
    if (labelOf(runtime.labels, key) !== undefined) yield runtime;
  }
}

const walkedAtOnce = 200;

/** Every Application and Runtime with this label: reads both listings to their end, page by page. */
export async function* labelledObjects(tenant: TenantId, key: string, { applications, runtimes }: Deps): AsyncGenerator<LabelledObject> {
  const listings = { application: applications, runtime: runtimes } as const;
  for (const kind of ['application', 'runtime'] as const) {
    for await (const { id, labels } of everyOne(
      (page): Promise<Page<{ id: string; labels: Labels }>> => listings[kind].list(tenant, page),
    )) {
      const value = labelOf(labels, key);
      if (value !== undefined) yield { kind, id, value };
    }
  }
}

async function* everyOne<T>(list: (page: PageRequest) => Promise<Page<T>>) {
  for await (const page of pagesOf(list, walkedAtOnce)) yield* page;
}
