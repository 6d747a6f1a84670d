/**
 * Turns each API's schema.graphql (and the files of schema/ beside it) into schema.generated.ts: the SDL as a string, the schema as data, and the types
 * of its resolvers; and its descriptions, which no start needs, into descriptions.generated.ts. Turns the operations of the clients,
 * <client>/operations/<api>.graphql, into TypeScript with their types.
 * The documents of docs/api go into documents.generated.ts.
 * `--check` fails if a committed file is not up to date.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { Command } from 'commander';
import { buildSchema, type GraphQLObjectType, getNamedType, isLeafType, isObjectType, parse, validate } from 'graphql';
import { describeRepeatedParts } from './generate/describe-repeated-parts.ts';
import { operationsOf } from './generate/operations-of.ts';
import { descriptionsOf, schemaTableOf } from './generate/schema-table-of.ts';

const apis = ['director', 'connector', 'provisioner'].filter((api) => existsSync(`functions/${api}/schema.graphql`));

/** Scalars of the original's schema, as they travel in JSON. */
const json = '../../shared/core/json.ts#JsonValue';
const scalars = {
  Any: json,
  Labels: '../../shared/core/json.ts#JsonObject',
  HttpHeaders: 'Record<string, string[]>',
  QueryParams: 'Record<string, string[]>',
  JSON: 'string',
  JSONSchema: 'string',
  CLOB: 'string',
  Timestamp: 'string',
  PageCursor: 'string',
  HttpHeadersSerialized: 'string',
  QueryParamsSerialized: 'string',
};

/** Objects that resolvers pass on in the domain's own form. */
const mappers: Record<string, Record<string, string>> = {
  director: {
    Application: './models.ts#ApplicationModel',
    Bundle: './models.ts#BundleModel',
    BundleInstanceAuth: './models.ts#BundleInstanceAuthModel',
    APIDefinition: './models.ts#ApiDefinitionModel',
    EventDefinition: './models.ts#EventDefinitionModel',
    APISpec: './models.ts#SpecModel',
    EventSpec: './models.ts#SpecModel',
    FetchRequest: './models.ts#FetchRequestModel',
    Document: './models.ts#DocumentModel',
    Runtime: './models.ts#RuntimeModel',
    Formation: './models.ts#FormationModel',
    FormationAssignment: './models.ts#FormationAssignmentModel',
    FormationTemplate: './models.ts#FormationTemplateModel',
    ApplicationTemplate: './models.ts#ApplicationTemplateModel',
    HealthCheck: './models.ts#HealthCheckModel',
    Tenant: './models.ts#TenantModel',
    Webhook: './models.ts#WebhookModel',
    Delivery: './models.ts#DeliveryModel',
    DeliveryAttempt: './models.ts#DeliveryAttemptModel',
    WebhookTest: './models.ts#WebhookTestModel',
    Certificate: './models.ts#CertificateModel',
    CloneSuspicion: './models.ts#CloneSuspicionModel',
    SystemAuth: './models.ts#SystemAuthModel',
    SystemAuthOrigin: './models.ts#SystemAuthOriginModel',
    AppSystemAuth: './models.ts#SystemAuthModel',
    RuntimeSystemAuth: './models.ts#SystemAuthModel',
    IntSysSystemAuth: './models.ts#SystemAuthModel',
    IntegrationSystem: './models.ts#IntegrationSystemModel',
    Auth: './models.ts#AuthModel',
    CredentialData: './models.ts#CredentialModel',
  },
};

/** Types with credentials, with their certificates or with their origin. The rule of the field that returns them protects their fields. */
const secretType = /^(Auth|Certificate|CloneSuspicion|\w*SystemAuth|SystemAuthOrigin|BundleInstanceAuth|Webhook|FetchRequest)$/;

/** Inside an Auth, or what an operation is there to answer. */
const insideAuth = /^(Auth|CredentialData|.+CredentialData|.*CredentialRequestAuth|OneTimeToken.*)$/;

/** Fields that answer credentials: the table of field scopes does not compile without a rule for each. */
function secretFieldsOf(sdl: string): string[] {
  const types = Object.values(buildSchema(sdl).getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !/^(__.*|Query|Mutation)$/.test(type.name) && !insideAuth.test(type.name),
  );
  return types.flatMap((type) =>
    Object.values(type.getFields())
      .filter(({ name, type: answer }) => {
        const named = getNamedType(answer);
        return secretType.test(named.name) || (isLeafType(named) && /secret|password|token/i.test(name));
      })
      .map(({ name }) => `'${type.name}.${name}'`),
  );
}

/** An API's schema.graphql, followed by the files of its folder schema/ in the order of their names, with the descriptions of what repeats. */
async function sdlOf(api: string): Promise<string> {
  const folder = `functions/${api}/schema`;
  const parts = existsSync(folder) ? (await readdir(folder)).sort().map((name) => `${folder}/${name}`) : [];
  const texts = await Promise.all([`functions/${api}/schema.graphql`, ...parts].map((file) => readFile(file, 'utf8')));
  return describeRepeatedParts(texts.join('\n'));
}

async function generate(api: string): Promise<string> {
  const sdl = await sdlOf(api);
  const types = await codegen({
    filename: `functions/${api}/schema.generated.ts`,
    schema: parse(sdl),
    documents: [],
    config: {
      enumsAsTypes: true,
      useTypeImports: true,
      strictScalars: true,
      scalars: api === 'provisioner' ? { ...scalars, JSON: json } : scalars,
      contextType: './context.ts#Context',
      mappers: mappers[api] ?? {},
      makeResolverTypeCallable: true,
      // An operation without a resolver does not compile.
      avoidOptionals: {
        query: true,
        mutation: true,
        resolvers: false,
        field: false,
        inputValue: false,
        object: false,
        defaultValue: false,
      },
      inputMaybeValue: 'T | null | undefined',
      maybeValue: 'T | null | undefined',
      skipTypename: true,
    },
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript, resolvers },
  });
  const secretFields = api === 'director' ? secretFieldsOf(sdl) : [];
  const secretFieldType = secretFields.length > 0 ? `\n\nexport type SecretField =\n  | ${secretFields.join('\n  | ')};` : '';
  const escaped = sdl.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');
  const table = JSON.stringify(schemaTableOf(buildSchema(sdl)), undefined, 1);
  return [
    `// Generated from schema.graphql by scripts/generate-graphql.ts; do not edit.\nimport type { SchemaTable } from '#shared/graphql/schema-table.ts';`,
    `${types}${secretFieldType}`,
    `export const typeDefs = \`${escaped}\`;`,
    `export const schemaTable: SchemaTable = ${table};\n`,
  ].join('\n\n');
}

/** The descriptions of an API's schema, which its functions import on demand. */
async function generateDescriptions(api: string): Promise<string> {
  const descriptions = JSON.stringify(descriptionsOf(buildSchema(await sdlOf(api))), undefined, 2);
  return [
    `// Generated from schema.graphql by scripts/generate-graphql.ts; do not edit.\nimport type { Descriptions } from '#shared/graphql/schema-table.ts';`,
    `export const descriptions: Descriptions = ${descriptions};\n`,
  ].join('\n\n');
}

/** The operations that a client sends to an API. Throws if one of them is not valid for the schema. */
async function generateOperations(client: string, api: string): Promise<string> {
  const [schema, document] = [buildSchema(await sdlOf(api)), parse(await readFile(operationsFile(client, api), 'utf8'))];
  const [fault] = validate(schema, document);
  if (fault) throw new Error(`${operationsFile(client, api)}: ${fault.message}`);
  const operations = operationsOf(api, schema, document);
  const types = operations.includes('JsonValue') ? 'JsonValue, Operation' : 'Operation';
  return `// Generated from ${api}.graphql by scripts/generate-graphql.ts; do not edit.\nimport type { ${types} } from './operation.ts';\n\n${operations}`;
}

/** The OpenAPI and AsyncAPI documents, which the Director imports on demand. */
async function generateDocuments(): Promise<string> {
  const names = (await readdir('docs/api')).filter((name) => name.endsWith('.yaml')).sort();
  const texts = await Promise.all(names.map(async (name) => [name, await readFile(`docs/api/${name}`, 'utf8')]));
  return [
    '// Generated from docs/api/*.yaml by scripts/generate-graphql.ts; do not edit.',
    `export const documents: Readonly<Record<string, string>> = ${JSON.stringify(Object.fromEntries(texts), undefined, 2)};\n`,
  ].join('\n\n');
}

const operationsFile = (client: string, api: string): string => `${client}/operations/${api}.graphql`;

const { check } = new Command('npm run generate --')
  .description('Turns the schema.graphql of each API, and the operations of the command line and the console, into TypeScript.')
  .option('--check', 'write nothing, and fail if a committed file is not up to date')
  .allowExcessArguments(false)
  .parse()
  .opts<{ check?: true }>();
const operations = ['cli', 'console']
  .flatMap((client) => apis.map((api) => ({ client, api })))
  .filter(({ client, api }) => existsSync(operationsFile(client, api)));
const files = [
  { file: 'functions/director/documents.generated.ts', text: generateDocuments },
  ...apis.map((api) => ({ file: `functions/${api}/schema.generated.ts`, text: () => generate(api) })),
  ...apis.map((api) => ({ file: `functions/${api}/descriptions.generated.ts`, text: () => generateDescriptions(api) })),
  ...operations.map(({ client, api }) => ({
    file: `${client}/operations/${api}.generated.ts`,
    text: () => generateOperations(client, api),
  })),
];
for (const { file, text } of files) {
  const wanted = await text();
  if (!check) await writeFile(file, wanted);
  else if (!existsSync(file) || (await readFile(file, 'utf8')) !== wanted) {
    console.error(`${file} is not up to date: run \`npm run generate\``);
    process.exitCode = 1;
  }
}
