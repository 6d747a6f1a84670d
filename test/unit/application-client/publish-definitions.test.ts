import { describe, expect, it } from 'vitest';
import { type Director, publishDefinitions } from '#application-client';
import { checkedForDirector } from '#test/support/director-document.ts';
import { asyncApiFile, openApiFile } from '../../../examples/application/application.ts';
import { apiDefinitionFrom, eventDefinitionFrom } from '../../../examples/application/definitions.ts';

const named = (id: string, name: string) => ({ id, name });
const publication = {
  bundle: { name: 'Orders' },
  api: { ...(await apiDefinitionFrom(openApiFile)), name: 'Orders API' },
  event: await eventDefinitionFrom(asyncApiFile),
};

type Existing = { id: string; name: string; apis?: { id: string; name: string }[]; events?: { id: string; name: string }[] };

/** A Director that answers the bundles page by page and notes which mutations it was asked for. */
function directorWith(pages: Existing[][]) {
  const mutations: string[] = [];
  const director: Director = async (query, variables, schema) => {
    checkedForDirector(query, variables);
    const call = /result: (\w+)/.exec(query)?.[1];
    if (call !== undefined) {
      mutations.push(`${call} ${variables.id}`);
      return schema.parse({ result: { id: call.startsWith('add') ? `id-of-${call}` : variables.id } });
    }
    const page = Number(variables.after ?? 0);
    const data = (pages[page] ?? []).map(({ apis = [], events = [], ...bundle }) => ({
      ...bundle,
      apiDefinitions: { data: apis },
      eventDefinitions: { data: events },
    }));
    return schema.parse({
      application: { bundles: { data, pageInfo: { endCursor: String(page + 1), hasNextPage: page + 1 < pages.length } } },
    });
  };
  return { director, mutations };
}

describe('publishing definitions', () => {
  it('adds a Bundle with both definitions where nothing is there', async () => {
    const { director, mutations } = directorWith([[]]);
    expect(await publishDefinitions(director, 'app', publication)).toEqual({
      bundleId: 'id-of-addBundle',
      apiDefinitionId: 'id-of-addAPIDefinitionToBundle',
      eventDefinitionId: 'id-of-addEventDefinitionToBundle',
    });
    expect(mutations).toEqual(['addBundle app', 'addAPIDefinitionToBundle id-of-addBundle', 'addEventDefinitionToBundle id-of-addBundle']);
  });

  it('updates what exists by name, on whichever page it is', async () => {
    const own = { ...named('b1', 'Orders'), apis: [named('a1', 'Orders API')], events: [named('e1', 'Order Events')] };
    const { director, mutations } = directorWith([[named('b0', 'Other')], [own]]);
    await publishDefinitions(director, 'app', publication);
    expect(mutations).toEqual(['updateBundle b1', 'updateAPIDefinition a1', 'updateEventDefinition e1']);
  });

  it('completes what an earlier attempt left unfinished', async () => {
    const { director, mutations } = directorWith([[{ ...named('b1', 'Orders'), apis: [named('a1', 'Orders API')] }]]);
    await publishDefinitions(director, 'app', publication);
    expect(mutations).toEqual(['updateBundle b1', 'updateAPIDefinition a1', 'addEventDefinitionToBundle b1']);
  });
});
