import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse, print, separateOperations } from 'graphql';

/** The requests of the clients of one time, or of one kind: shapes of our own making with the fields, arguments and inputs that theirs have. */
interface Clients {
  readonly name: string;
  /** Each operation by its name, with the fragments that it needs. */
  readonly operations: Readonly<Record<string, string>>;
}

export const clients: readonly Clients[] = globSync('test/contract/clients/*.graphql')
  .sort()
  .map((file) => ({
    name: basename(file, '.graphql'),
    operations: Object.fromEntries(
      Object.entries(separateOperations(parse(readFileSync(file, 'utf8')))).map(([name, operation]) => [name, print(operation)]),
    ),
  }));
