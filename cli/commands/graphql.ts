import { type Command, Option } from 'commander';
import { refusal } from '../client/api-client.ts';
import { contextOf, withExample } from '../context.ts';
import { jsonObject, textOf } from '../input.ts';
import type { Api, JsonValue } from '../operations/operation.ts';
import type { Surroundings } from '../surroundings.ts';

interface GraphqlOptions {
  readonly api: Api;
  readonly variables?: Readonly<Record<string, JsonValue>>;
  readonly operation?: string;
}

export function addGraphqlCommand(program: Command, surroundings: Surroundings): void {
  const graphql = program
    .command('graphql <file>')
    .description('Sends a GraphQL document from a file, or from the standard input for "-", and prints its data.')
    .addOption(new Option('--api <api>', 'which API').choices(['director', 'connector', 'provisioner']).default('director'))
    .option('--variables <json>', 'variables as a JSON object', jsonObject)
    .option('--operation <name>', 'which of several operations of the document')
    .action(async (file: string, options: GraphqlOptions, command: Command) => {
      const { api, print } = await contextOf(command, surroundings);
      const request = { query: await textOf(file, surroundings), variables: options.variables, operationName: options.operation };
      const { data, errors = [] } = await api.ask(options.api, request);
      // A table cannot hold any answer, so that JSON takes its place.
      if (data) print.text(data, JSON.stringify(data, undefined, 2));
      if (errors[0]) throw refusal(errors[0].extensions?.error, errors.map(({ message }) => message).join('\n'));
    });
  withExample(
    graphql,
    "echo '{ viewer { id } }' | compass graphql -",
    'compass graphql query.graphql --variables \'{ "id": "..." }\' --output yaml',
  );
}
