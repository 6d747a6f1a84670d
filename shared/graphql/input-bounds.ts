import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from 'graphql';
import { maxTextBytes } from '../bundles/text.ts';
import { invalidData } from '../core/errors.ts';
import { bytesOf } from '../core/json-bytes.ts';
import { maxBodyBytes } from './limits.ts';

/** Bytes of what can be stored in one item: a longer text could not be. */
const itemBytes = 400 * 1024;

/** Most bytes of a value as JSON, by its scalar. What an input says of a text, or a quota of an object, is mostly less. */
export const bytesOfScalar: Readonly<Record<string, number>> = {
  String: itemBytes,
  ID: 2048,
  PageCursor: 2048,
  Timestamp: 64,
  Any: itemBytes,
  Labels: itemBytes,
  HttpHeaders: itemBytes,
  HttpHeadersSerialized: itemBytes,
  QueryParams: itemBytes,
  QueryParamsSerialized: itemBytes,
  // Where more than an item holds is refused by a rule of its own, or stored as an object.
  JSON: maxBodyBytes,
  JSONSchema: maxBodyBytes,
  CLOB: maxTextBytes,
};

/** Bytes of a name. What an input says of one is less: at most 256 characters, of four bytes each. */
const nameBytes = 2048;

/** Bytes of a URL, of which inputs take at most 2,048 characters. */
const urlBytes = 8192;

/** Most bytes of a value of type `String`, by the name of the field or argument, where that is less than of a text. */
export const bytesOfText: Readonly<Record<string, number>> = {
  name: nameBytes,
  key: nameBytes,
  group: nameBytes,
  kind: nameBytes,
  title: nameBytes,
  displayName: nameBytes,
  providerName: nameBytes,
  applicationNamespace: nameBytes,
  localTenantID: nameBytes,
  templateName: nameBytes,
  externalTenant: nameBytes,
  id: nameBytes,
  appID: nameBytes,
  runtimeID: nameBytes,
  keyThumbprint: nameBytes,
  eventTypes: nameBytes,
  url: urlBytes,
  baseUrl: urlBytes,
  healthCheckURL: urlBytes,
  targetURL: urlBytes,
  tokenEndpointURL: urlBytes,
};

/** Most elements of a list, by the name of the field or argument. A request holds 2,000 elements in a list at most. */
export const elementsOfList: Readonly<Record<string, number>> = {
  apiDefinitions: 2000,
  eventDefinitions: 2000,
  documents: 2000,
  bundles: 2000,
  webhooks: 100,
  filter: 100,
  types: 100,
  in: 1000,
  values: 100,
  placeholders: 100,
  formations: 100,
  applicationTypes: 100,
  runtimeTypes: 100,
  leadingProductIDs: 100,
  parents: 100,
  correlationIDs: 100,
  discoveryConsumers: 100,
  initialConfigurations: 100,
  tenantAccessLevels: 100,
  aspects: 100,
  apiResources: 100,
  eventResources: 100,
  subset: 100,
  states: 5,
  eventTypes: 20,
};

const fixedSize: ReadonlySet<string> = new Set(['Int', 'Float', 'Boolean']);

type Check = (value: unknown, path: string) => void;

/**
 * Makes every field refuse arguments beyond their bounds. Bounds are looked up when a field is first used, and those inside an input with its first
 * value, because an input may contain itself. A field throws if an argument that is a scalar or a list has no bound.
 */
export function boundInputs(schema: GraphQLSchema): GraphQLSchema {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'));
  for (const type of types) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) if (field.args.length > 0) boundField(field);
  }
  return schema;
}

function boundField(field: GraphQLField<unknown, unknown>): void {
  let checks: (readonly [string, Check])[] | undefined;
  const { resolve = defaultFieldResolver } = field;
  field.resolve = (source, input, context, info) => {
    checks ??= field.args.map(({ name, type }) => [name, checkOf(name, type, `${field.name}(${name}:)`)] as const);
    for (const [name, check] of checks) check(input[name], name);
    return resolve(source, input, context, info);
  };

  function checkOf(name: string, type: GraphQLInputType, at: string): Check {
    if (isNonNullType(type)) return checkOf(name, type.ofType, at);
    if (isListType(type)) return listCheck(elementsOf(name, at), checkOf(name, type.ofType, at));
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields());
      let inner: (readonly [string, Check])[] | undefined;
      return (value, path) => {
        if (!isObject(value)) return;
        inner ??= fields.map((one) => [one.name, checkOf(one.name, one.type, `${type.name}.${one.name}`)] as const);
        for (const [key, check] of inner) check(value[key], `${path}.${key}`);
      };
    }
    return isScalarType(type) && !fixedSize.has(type.name) ? scalarCheck(scalarBound(type.name, name, at)) : () => undefined;
  }

  const refuse = (path: string, problem: string): never => {
    throw invalidData(field.name, { [path]: problem });
  };

  function listCheck(most: number, check: Check): Check {
    return (value, path) => {
      if (!Array.isArray(value)) return;
      if (value.length > most) refuse(path, `must have at most ${most} elements`);
      for (const [index, element] of value.entries()) check(element, `${path}.${index}`);
    };
  }

  function scalarCheck(most: number): Check {
    return (value, path) => {
      if (value === null || value === undefined) return;
      const bytes = typeof value === 'string' ? Buffer.byteLength(value) : bytesOf(value);
      if (bytes > most) refuse(path, `must be at most ${most} bytes`);
    };
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Bound of a list. Throws for one that has none. */
export function elementsOf(name: string, at: string): number {
  const bound = elementsOfList[name];
  if (bound === undefined) throw new Error(`the list ${at} has no bound`);
  return bound;
}

/** Bound of a scalar in an argument or field of that name. Throws for one that has none. */
export function scalarBound(type: string, name: string, at: string): number {
  const bound = (type === 'String' ? bytesOfText[name] : undefined) ?? bytesOfScalar[type];
  if (bound === undefined) throw new Error(`the scalar ${type} of ${at} has no bound`);
  return bound;
}
