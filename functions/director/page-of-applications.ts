import type { GraphQLResolveInfo } from 'graphql';
import type { Application } from '#shared/applications/application.ts';
import type { Page } from '#shared/core/page.ts';
import { fromHead } from './application-model.ts';
import type { Context } from './context.ts';
import type { ApplicationModel } from './models.ts';
import { wirePage } from './page.ts';
import { cutToBudget, selectsTexts, textBytesOf } from './page-budget.ts';
import { type SelectedParts, selectedPartsOfPage } from './selected-parts.ts';

interface Found {
  readonly page: Page<Application>;
  readonly count: () => Promise<number>;
}

/** A page of Applications in the form of the schema. One with texts ends when they fill one answer. */
export async function pageOfApplications(
  { page, count }: Found,
  input: Parameters<typeof wirePage>[1],
  { deps }: Context,
  info: GraphQLResolveInfo,
) {
  const parts = selectedPartsOfPage(info);
  const models = { ...page, data: page.data.map((one) => fromHead(one, parts, deps)) };
  return wirePage(selectsTexts(info) ? await cutByTexts(models, parts) : models, input, (one) => one, count);
}

/** An unreadable part is an error of its field. */
async function cutByTexts(page: Page<ApplicationModel>, { bundles }: SelectedParts): Promise<Page<ApplicationModel>> {
  if (!bundles) return page;
  const sizes = new Map<ApplicationModel, number>();
  const measure = async (one: ApplicationModel) =>
    sizes.set(
      one,
      await one.bundles(bundles).then(
        (found) => textBytesOf(found?.data ?? []),
        () => 0,
      ),
    );
  await Promise.all(page.data.map(measure));
  return cutToBudget(
    page,
    (one) => sizes.get(one) ?? 0,
    ({ application: { id } }) => id,
  );
}
