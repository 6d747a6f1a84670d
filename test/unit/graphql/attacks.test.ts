import { describe, expect, it } from 'vitest';
import { resolvers } from '#functions/director/resolvers.ts';
import { schemaTable } from '#functions/director/schema.generated.ts';
import { executableSchema } from '#shared/graphql/executable-schema.ts';
import { graphqlEndpoint } from '#shared/graphql/graphql-endpoint.ts';
import { schemaOf } from '#shared/graphql/schema-table.ts';
import { hostileBodies, hostileDocuments } from '#test/support/graphql-attacks.ts';
import { graphqlEvent } from '#test/support/graphql-event.ts';

const schema = executableSchema(schemaOf(schemaTable), resolvers);

/** The Director's schema, counting what a request sets in motion. */
async function attack(body: string) {
  const counted = { callers: 0, reports: 0 };
  const serve = graphqlEndpoint({
    schema,
    context: async () => {
      counted.callers += 1;
      return {};
    },
    mayIntrospect: () => false,
    report: () => {
      counted.reports += 1;
    },
  });
  const { statusCode, body: text = '' } = await serve(graphqlEvent(body));
  return { ...counted, statusCode, text, answer: JSON.parse(text) };
}

const badRequest = { error_code: 400, error: 'BadRequest' };

describe.each(Object.entries(hostileDocuments))('%s', (_, { document, refusal, byRules }) => {
  it('is refused for one reason, before anything is resolved, and answered briefly', async () => {
    const { statusCode, text, answer, ...counted } = await attack(JSON.stringify({ query: document }));
    expect(statusCode).toBe(200);
    expect(answer).toEqual({ errors: expect.arrayContaining([expect.objectContaining({ message: expect.stringMatching(refusal) })]) });
    expect(answer.errors[0].extensions).toEqual(badRequest);
    if (!byRules) expect(answer.errors).toHaveLength(1);
    expect(counted).toEqual({ callers: byRules ? 1 : 0, reports: 0 });
    expect(text.length).toBeLessThan(10_000);
  });
});

describe.each(Object.entries(hostileBodies))('%s', (_, body) => {
  it('is refused as no request, before authentication', async () => {
    const { statusCode, text, answer, ...counted } = await attack(body);
    expect(statusCode).toBe(Buffer.byteLength(body) > 2 * 1024 * 1024 ? 413 : 400);
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors[0].extensions).toEqual(badRequest);
    expect(counted).toEqual({ callers: 0, reports: 0 });
    expect(text.length).toBeLessThan(1000);
  });
});
