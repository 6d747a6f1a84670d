import { Kind, parse, visit } from 'graphql';
import { describe, expect, it } from 'vitest';
import { apis } from '#test/support/grammar/apis.ts';
import { documentsFor, membersOf } from '#test/support/grammar/members.ts';

/** Enough for several repetitions of everything, and little enough for thousands of requests. */
const size = 700;

/** One of so many members is sent; `npm run bench:graphql` sends all. */
const each = 20;

it('The family of documents has every kind of node that GraphQL knows', () => {
  const kinds = new Set<string>();
  for (const text of apis.director ? documentsFor(apis.director().schema, size) : []) {
    const document = parsed(text);
    if (document) visit(document, { enter: ({ kind }) => void kinds.add(kind) });
  }
  expect([...kinds].sort()).toEqual(
    Object.values(Kind)
      .filter((kind) => !apart.has(kind))
      .sort(),
  );
});

/** The grammar writes `extend` before declarations, which are there already; a coordinate is no part of a document. */
const apart = new Set<string>(Object.values(Kind).filter((kind) => /(Extension|Coordinate)$/.test(kind)));

function parsed(text: string) {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

/** GraphQL proposes to select fields of what has some, too, by the name that the request has. */
const suggests = ({ message }: { message: string }): boolean =>
  /did you mean/i.test(message) && !message.includes('must have a selection of subfields');

describe.each(Object.entries(apis))('The %s', (_, make) => {
  it('answers requests of the family with data or with clear errors, never with InternalError or a suggestion', async () => {
    const api = make();
    const members = membersOf(api.schema).filter((_, index) => index % each === 0);
    const unclear: string[] = [];
    for (const member of members) {
      const { body = '' } = await api.serve(member.body(size));
      const { data, errors = [] } = JSON.parse(body);
      const isClear = data ? true : errors.length > 0 && errors.every((one: { message?: string }) => one.message);
      if (!isClear || body.includes('InternalError') || errors.some(suggests)) unclear.push(`${member.rule} ${member.name}: ${body}`);
    }
    expect(members.length).toBeGreaterThan(400);
    expect(unclear).toEqual([]);
    expect(api.reported).toEqual([]);
  }, 60_000);
});
