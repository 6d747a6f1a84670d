import type { Templates } from './cloudformation.ts';
import { account, arnOfFunction, identify, type LocalIdentity, region } from './local-identities.ts';

export type Resolve = (stack: string, value: unknown) => unknown;

const pseudoParameters = (stack: string): Readonly<Record<string, string>> => ({
  'AWS::AccountId': account,
  'AWS::Region': region,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': stack,
  'AWS::StackId': `arn:aws:cloudformation:${region}:${account}:stack/${stack}/local`,
});

interface Scope {
  readonly stack: string;
  readonly templates: Templates;
  readonly queueEndpoint: string;
  readonly resolve: (value: unknown) => unknown;
  readonly importValue: (name: unknown) => unknown;
}

type Intrinsic = (argument: unknown, scope: Scope) => unknown;

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (argument, scope) => reference(String(argument), scope),
  'Fn::GetAtt': (argument, scope) => attribute(argument, scope),
  'Fn::Join': (argument, scope) => {
    const [separator, parts] = pair(argument);
    return list(scope.resolve(parts)).map(String).join(String(separator));
  },
  'Fn::Select': (argument, scope) => {
    const [index, values] = pair(argument);
    return list(scope.resolve(values))[Number(scope.resolve(index))];
  },
  'Fn::Split': (argument, scope) => {
    const [separator, text] = pair(argument);
    return String(scope.resolve(text)).split(String(separator));
  },
  'Fn::Sub': (argument, scope) => substitute(argument, scope),
  'Fn::If': (argument, scope) => {
    const [condition, met, otherwise] = list(argument);
    return scope.resolve(isMet(String(condition), scope) ? met : otherwise);
  },
  'Fn::Equals': (argument, scope) => {
    const [left, right] = pair(scope.resolve(argument));
    return left === right;
  },
  'Fn::ImportValue': (argument, scope) => scope.importValue(scope.resolve(argument)),
  'Fn::Base64': (argument, scope) => Buffer.from(String(scope.resolve(argument))).toString('base64'),
  'Fn::GetAZs': () => [`${region}a`, `${region}b`],
};

/** Replaces the intrinsic functions in any part of a template by what they are on this machine; throws for what it does not know. */
export function resolver(templates: Templates, queueEndpoint: string): Resolve {
  const resolveIn = (stack: string, value: unknown): unknown => {
    const scope: Scope = { stack, templates, queueEndpoint, resolve: (inner) => resolveIn(stack, inner), importValue };
    if (Array.isArray(value)) return value.map(scope.resolve);
    if (typeof value !== 'object' || value === null) return value;
    return resolveObject(value, scope);
  };
  const importValue = (name: unknown): unknown => {
    for (const [stack, { Outputs }] of Object.entries(templates)) {
      for (const output of Object.values(Outputs)) {
        if (output.Export && resolveIn(stack, output.Export.Name) === name) return resolveIn(stack, output.Value);
      }
    }
    throw new Error(`No stack exports ${name}`);
  };
  return resolveIn;
}

function resolveObject(value: object, scope: Scope): unknown {
  const entries = Object.entries(value).filter(([, inner]) => !isNoValue(inner));
  const [only] = entries;
  if (entries.length === 1 && only) {
    const [name, argument] = only;
    const intrinsic = intrinsics[name];
    if (intrinsic) return intrinsic(argument, scope);
    if (name.startsWith('Fn::')) throw new Error(`${name} in ${scope.stack} is not known to the one-machine runner`);
  }
  return Object.fromEntries(entries.map(([key, inner]) => [key, scope.resolve(inner)]));
}

const isNoValue = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'Ref' in value && value.Ref === 'AWS::NoValue';

function identityOf(logicalId: string, scope: Scope): LocalIdentity | undefined {
  const { stack, templates, queueEndpoint } = scope;
  const resource = templates[stack]?.Resources[logicalId];
  if (resource?.Type !== 'AWS::Lambda::Alias') return resource && identify({ stack, logicalId, resource }, queueEndpoint);
  const { FunctionName, Name } = resource.Properties;
  return { ref: `${arnOfFunction(String(scope.resolve(FunctionName)))}:${Name}`, attributes: {} };
}

function reference(name: string, scope: Scope): unknown {
  const parameter = scope.templates[scope.stack]?.Parameters[name];
  const found = pseudoParameters(scope.stack)[name] ?? identityOf(name, scope)?.ref ?? (parameter && (parameter.Default ?? ''));
  if (found === undefined) throw new Error(`${scope.stack} refers to ${name}, which it does not have`);
  return found;
}

function isMet(name: string, scope: Scope): boolean {
  const conditions = scope.templates[scope.stack]?.Conditions ?? {};
  if (!(name in conditions)) throw new Error(`${scope.stack} refers to the condition ${name}, which it does not have`);
  return scope.resolve(conditions[name]) === true;
}

function attribute(argument: unknown, scope: Scope): string {
  const [logicalId = '', ...path] = typeof argument === 'string' ? argument.split('.') : list(argument).map(String);
  const name = path.join('.');
  const identity = identityOf(logicalId, scope);
  if (!identity) throw new Error(`${scope.stack} refers to ${logicalId}.${name}, which it does not have`);
  return identity.attributes[name] ?? `${identity.ref}.${name}`;
}

function substitute(argument: unknown, scope: Scope): string {
  const [text, variables] = Array.isArray(argument) ? argument : [argument, {}];
  return String(text).replace(/\$\{([^}]+)\}/g, (_, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    if (variables && Object.hasOwn(variables, name)) return String(scope.resolve(variables[name]));
    return String(name.includes('.') ? attribute(name, scope) : reference(name, scope));
  });
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`Expected a list, got ${JSON.stringify(value)}`);
  return value;
}

const pair = (value: unknown): readonly [unknown, unknown] => {
  const [first, second] = list(value);
  return [first, second];
};
