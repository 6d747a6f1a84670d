/**
 * The rings of the project, and what stands apart: `npm run lint` checks them. A ring imports itself and the rings above it in this list.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const rings = [
  ['core', '^shared/core/'],
  ['features', '^shared/(?!core/|table/|aws/|lambda/|graphql/|observability/)'],
  ['adapters', '^shared/(table|aws|observability)/'],
  ['edges of Lambda', '^shared/lambda/'],
  ['edges of GraphQL', '^shared/graphql/'],
  ['functions', '^functions/'],
];

const inwards = rings.slice(0, -1).map(([ring, path], position) => ({
  name: `${ring} know no outer ring`,
  severity: 'error',
  from: { path },
  to: { path: rings.slice(position + 1).map(([, outer]) => outer) },
}));

const client = '^(agent|cli|console|examples|packages)/';
const ours = '^(agent|cli|console|examples|functions|infra|local|packages|scripts|shared|test)/';

export default {
  forbidden: [
    ...inwards,
    {
      name: 'functions know neither their infrastructure nor their runner',
      severity: 'error',
      from: { path: '^(shared|functions)/' },
      to: { path: ['^(agent|cli|console|examples|infra|local|packages|scripts|test)/', '^node_modules/(aws-cdk-lib|constructs)/'] },
    },
    {
      name: 'functions know no sibling',
      severity: 'error',
      from: { path: '^functions/([^/]+)/' },
      to: { path: '^functions/', pathNot: ['^functions/$1/', '^functions/provisioning/'] },
    },
    {
      name: 'models, ports and use cases know no SDK',
      severity: 'error',
      from: { path: '^shared/', pathNot: '^shared/(table|aws|lambda|observability)/' },
      to: { path: '^node_modules/(@aws-sdk|@aws-lambda-powertools|dynamodb-toolbox|@types/aws-lambda|@middy)/' },
    },
    {
      name: 'only the room of the table knows DynamoDB',
      severity: 'error',
      from: { path: '^(shared|functions)/', pathNot: '^shared/table/' },
      to: { path: '^node_modules/(@aws-sdk/(client-dynamodb|lib-dynamodb|util-dynamodb)|dynamodb-toolbox)/' },
    },
    {
      name: 'certificates are built and read by one module, which loads the polyfill first',
      severity: 'error',
      from: { path: ours, pathNot: '^(agent/|cli/|console/|packages/|shared/certificates/x509[.]ts$)' },
      to: { path: '^node_modules/(@peculiar/x509|reflect-metadata)/' },
    },
    {
      name: 'infrastructure calls no service',
      severity: 'error',
      from: { path: '^infra/' },
      to: {
        path: ['^(agent|cli|console|examples|local|packages|test)/', '^node_modules/@aws-sdk/'],
        pathNot: '^agent/lambda/(env|table-layout)[.]ts$',
      },
    },
    {
      name: 'clients of the public API share no code with it',
      severity: 'error',
      from: { path: client },
      to: { path: ours, pathNot: client },
    },
    {
      name: 'the Agent, the command line, the console, the packages and the examples stand alone; an example may use a package',
      severity: 'error',
      from: { path: '^(agent|cli|console|examples|packages)/' },
      to: { path: client, pathNot: ['^$1/', '^packages/[^/]+/index[.]ts$'] },
    },
    {
      name: 'no circle of features',
      severity: 'error',
      scope: 'folder',
      from: { path: '^shared/[^/]+$' },
      to: { circular: true },
    },
    { name: 'no circle of files', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    exclude: { path: '^(agent|cli|console)/dist/' },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
