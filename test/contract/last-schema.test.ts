import { readFileSync } from 'node:fs';
import {
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { apiSchemas } from '#test/support/api-schemas.ts';

const schema = apiSchemas.director;

/** The names of the original's last schema, of July 2024: a type and below it its fields, with arguments and nullability. */
const lines = readFileSync('test/contract/last-schema-of-the-original.txt', 'utf8').trimEnd().split('\n');

function kindOf(type: GraphQLNamedType): string {
  if (isScalarType(type)) return 'scalar';
  if (isEnumType(type)) return 'enum';
  if (isUnionType(type)) return 'union';
  if (isInputObjectType(type)) return 'input';
  return isInterfaceType(type) ? 'interface' : 'type';
}

const valuesOf = (type: GraphQLNamedType): string[] => {
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  return isUnionType(type) ? type.getTypes().map(({ name }) => name) : [];
};

const fieldsOf = (type: GraphQLNamedType): Readonly<Record<string, GraphQLField<unknown, unknown> | GraphQLInputField>> =>
  isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? type.getFields() : {};

interface Listed {
  readonly kind: string;
  readonly name: string;
  readonly values: readonly string[];
  readonly fields: string[];
}

const listed: Listed[] = [];
for (const line of lines) {
  if (line.startsWith(' ')) {
    listed.at(-1)?.fields.push(line.trim());
    continue;
  }
  const [kind = '', name = '', ...values] = line.split(' ').filter((word) => word !== '=');
  listed.push({ kind, name, values, fields: [] });
}

/** Describes a field as this schema has it, with the arguments of the line and no others. */
function said(type: GraphQLNamedType, line: string): string {
  const [, name = '', , given = ''] = /^(\w+)(\((.*)\))?: /.exec(line) ?? [];
  const field = fieldsOf(type)[name];
  if (!field) return `${type.name} has no field ${name}`;
  const known = 'args' in field ? field.args : [];
  const wanted = given.split(', ').flatMap((one) => one.split(':')[0] || []);
  const shown = known.filter((one) => wanted.includes(one.name)).map((one) => `${one.name}: ${one.type}`);
  const required = known.filter((one) => !wanted.includes(one.name) && String(one.type).endsWith('!')).map((one) => `${one.name}!`);
  const args = [...shown.sort(), ...required];
  return `${name}${args.length > 0 ? `(${args.join(', ')})` : ''}: ${field.type}`;
}

describe("the original's last schema", () => {
  it.each(listed.map((one) => [one.name, one] as const))('has its counterpart here with each name and nullability: %s', (_, one) => {
    const type = schema.getType(one.name);
    if (!type) return expect.fail(`the type ${one.name} is missing`);
    expect(kindOf(type)).toBe(one.kind);
    expect(valuesOf(type)).toEqual(expect.arrayContaining([...one.values]));
    expect(one.fields.map((line) => said(type, line))).toEqual(one.fields);
  });
});
