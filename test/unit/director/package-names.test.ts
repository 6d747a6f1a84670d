import { buildSchema, parse, print, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { packageNames } from '#functions/director/compat/package-names.ts';
import { typeDefs } from '#functions/director/schema.generated.ts';

const schema = buildSchema(typeDefs);
const translated = (text: string) => packageNames.document(parse(text), text);

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
    expect(packageNames.variables(parse(text), variables)).toEqual({ in: { name: 'a', bundles: [{ name: 'p' }] }, value: { packages: 1 } });
  });
});

it('the translation of package names leaves every other document as it is', () => {
  const text = '{ application(id: "a") { bundles { data { id } } } }';
  const document = parse(text);
  expect(packageNames.document(document, text)).toBe(document);
});
