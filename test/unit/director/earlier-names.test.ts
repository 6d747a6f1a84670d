import { buildSchema, parse, print, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { earlierNames } from '#functions/director/compat/earlier-names.ts';
import { operationsOf2019, typesOf2019 } from '#functions/director/compat/names-of-2019.ts';
import { typeDefs } from '#functions/director/schema.generated.ts';

const schema = buildSchema(typeDefs);
const translated = (text: string) => earlierNames.document(parse(text), text);

describe('a document of the time when bundles were packages', () => {
  it.each([
    [
      'the query of a Runtime Agent',
      '{ applicationsForRuntime(runtimeID: "r") { data { packages { data { id defaultInstanceAuth { certCommonName } } } } } }',
    ],
    [
      'one package of an Application',
      '{ application(id: "a") { package(id: "p") { instanceAuths { id } apiDefinitions { data { id } } } } }',
    ],
    [
      'a registration in one text',
      'mutation { registerApplication(in: { name: "a", packages: [{ name: "p" }] }) { id packages { totalCount } } }',
    ],
    ['a package that is added', 'mutation($in: PackageCreateInput!) { result: addPackage(applicationID: "a", in: $in) { id } }'],
    [
      'definitions that are added',
      'mutation { addAPIDefinitionToPackage(packageID: "p", in: { name: "a", targetURL: "https://a.example" }) { id } }',
    ],
    [
      'a request for credentials',
      'mutation($in: PackageInstanceAuthRequestInput!) { requestPackageInstanceAuthCreation(packageID: "p", in: $in) { id } }',
    ],
    ['a Runtime that is registered', 'mutation($in: RuntimeInput!) { registerRuntime(in: $in) { id } }'],
    ['a Runtime that is changed', 'mutation($in: RuntimeInput!) { updateRuntime(id: "r", in: $in) { id } }'],
    ['fragments', '{ application(id: "a") { packages { data { ...p } } } } fragment p on Package { id name }'],
  ])('fits the schema: %s', (_, text) => {
    expect(validate(schema, parse(text))).not.toEqual([]);
    expect(validate(schema, translated(text))).toEqual([]);
  });

  it('gets its answer under the names that it asked for', () => {
    const text = print(
      translated('mutation { addPackage(applicationID: "a", in: { name: "p" }) { id } mine: deletePackage(id: "p") { id } }'),
    );
    expect(text).toContain('addPackage: addBundle(');
    expect(text).toContain('mine: deleteBundle(');
  });

  it('keeps labels, texts and variables that are called packages', () => {
    const text =
      'mutation($packages: ID!) { registerApplication(in: { name: "package", labels: { packages: ["package"] } }) { package(id: $packages) { id } } }';
    const printed = print(translated(text));
    expect(printed).toContain('labels: {packages: ["package"]}');
    expect(printed).toContain('package: bundle(id: $packages)');
  });

  it('may carry the packages of a registration in its variables', () => {
    const text =
      'mutation($in: ApplicationRegisterInput!, $value: Any!) { registerApplication(in: $in) { id } setApplicationLabel(applicationID: "a", key: "k", value: $value) { key } }';
    const variables = { in: { name: 'a', packages: [{ name: 'p' }] }, value: { packages: 1 } };
    expect(earlierNames.variables(parse(text), variables)).toEqual({ in: { name: 'a', bundles: [{ name: 'p' }] }, value: { packages: 1 } });
  });
});

describe('a document of 2019', () => {
  it('gets its answer under the names that it asked for', () => {
    const text = print(translated('mutation { createApplication(in: { name: "a" }) { id apis { totalCount } } }'));
    expect(text).toContain('createApplication: registerApplication(');
    expect(text).toContain('apis: apiDefinitions {');
  });

  it.each(Object.entries(operationsOf2019))('names an operation of today: %s', (_, { name }) => {
    const operations = { ...schema.getQueryType()?.getFields(), ...schema.getMutationType()?.getFields() };
    expect(Object.keys(operations)).toContain(name);
  });

  it.each(Object.entries({ ...typesOf2019 }))('names a type of today: %s', (_, name) => {
    expect(schema.getType(name)).toBeDefined();
  });

  it('keeps names that every object inherits', () => {
    const text = '{ application(id: "a") { constructor toString } }';
    expect(print(translated(text))).toContain('constructor\n    toString');
  });
});

describe('the mode PACKAGE of a fetch request', () => {
  it('is BUNDLE in a document, and in the default value of a variable', () => {
    const text = print(
      translated(
        'mutation($m: FetchMode = PACKAGE) { addBundle(applicationID: "a", in: { documents: [{ fetchRequest: { mode: PACKAGE } }] }) { id } }',
      ),
    );
    expect(text).toContain('$m: FetchMode = BUNDLE');
    expect(text).toContain('mode: BUNDLE');
  });

  it('is BUNDLE in the variables of inputs, however deep, and stays in labels', () => {
    const document = parse(
      'mutation($in: ApplicationRegisterInput!, $m: FetchMode, $v: Any!) { registerApplication(in: $in) { id } setRuntimeLabel(runtimeID: "r", key: "k", value: $v) { key } }',
    );
    const free = { mode: 'PACKAGE' };
    const fetchRequest = (mode: string) => ({ url: 'https://a.example', mode });
    const documents = (mode: string) => [{ title: 't', fetchRequest: fetchRequest(mode) }];
    const given = { in: { labels: free, packages: [{ documents: documents('PACKAGE') }] }, m: 'PACKAGE', v: free };
    const today = { in: { labels: free, bundles: [{ documents: documents('BUNDLE') }] }, m: 'BUNDLE', v: free };
    expect(earlierNames.variables(document, given)).toEqual(today);
  });

  it('is not alone: variables of 2019 say eventAPIs and eventSpecType', () => {
    const document = parse('mutation($in: ApplicationCreateInput!) { createApplication(in: $in) { id } }');
    const given = { in: { eventAPIs: [{ name: 'e', spec: { eventSpecType: 'ASYNC_API' } }] } };
    const translatedVariables = earlierNames.variables(translated(print(document)), given);
    expect(translatedVariables).toEqual({ in: { eventDefinitions: [{ name: 'e', spec: { type: 'ASYNC_API' } }] } });
  });
});

it('the translation of earlier names leaves every other document as it is', () => {
  const text = '{ application(id: "a") { bundles { data { id } } } }';
  const document = parse(text);
  expect(earlierNames.document(document, text)).toBe(document);
});
