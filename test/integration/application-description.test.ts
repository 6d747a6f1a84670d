import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { descriptionFields } from '#shared/applications/application.ts';
import { aTenant, aUser, type Caller, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

let dynamo: Dynamo;
let alice: Caller;

beforeAll(async () => {
  dynamo = await startDynamo();
  alice = directorWorld(dynamo).as(aUser(aTenant()));
});
afterAll(() => dynamo.stop());

const valuesOf = (field: string) => (/url$/i.test(field) ? ['https://a.example.com', 'https://b.example.com'] : ['a', 'b']);
const fields = descriptionFields.join(' ');

describe.each(descriptionFields)('the %s of an Application', (field) => {
  const [first, second] = valuesOf(field);

  it('is stored by the registration, and the others stay empty', async () => {
    const { r } = await alice.do(`mutation { r: registerApplication(in: { name: "${field}", ${field}: "${first}" }) { id ${fields} } }`);
    const { application } = await alice.do(`{ application(id: "${r.id}") { id ${fields} } }`);
    const expected = { id: r.id, ...Object.fromEntries(descriptionFields.map((one) => [one, one === field ? first : null])) };
    expect([r, application]).toEqual([expected, expected]);
  });

  it('is replaced by an update that names it, and kept by one that does not', async () => {
    const { r } = await alice.do(`mutation { r: registerApplication(in: { name: "${field}-2", ${field}: "${first}" }) { id } }`);
    const update = (input: string) => alice.do(`mutation { u: updateApplication(id: "${r.id}", in: { ${input} }) { ${field} } }`);
    expect((await update('statusCondition: FAILED')).u).toEqual({ [field]: first });
    expect((await update(`${field}: "${second}"`)).u).toEqual({ [field]: second });
  });
});
