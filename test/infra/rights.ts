import type { DeploymentUnderTest } from './deployment-under-test.ts';

interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: string | string[];
  Condition?: Record<string, Record<string, string>>;
}

/** Actions by what they are allowed on; a condition is part of the name, as in `DataKey.Arn if kms:ViaService=...`. */
export type Rights = Record<string, string[]>;

/** Everything that the policies of a function's role allow, and nothing else. */
export function rightsOf({ ofType }: DeploymentUnderTest, functionName: string): Rights {
  const found = ofType('AWS::Lambda::Function').find(({ properties }) => properties.FunctionName === functionName);
  if (!found) throw new Error(`no function ${functionName}`);
  return rightsOfRole({ ofType }, found.stack, String(found.properties.Role).replace(/\.Arn$/, ''));
}

export function rightsOfRole({ ofType }: Pick<DeploymentUnderTest, 'ofType'>, stack: string, role: string): Rights {
  const statements = ofType('AWS::IAM::Policy')
    .filter((policy) => policy.stack === stack && policy.properties.Roles.includes(role))
    .flatMap(({ properties }) => properties.PolicyDocument.Statement as Statement[]);
  const rights: Rights = {};
  for (const statement of statements) {
    if (statement.Effect !== 'Allow') throw new Error('rights are given, not taken away');
    for (const resource of [statement.Resource].flat()) {
      const name = `${resource}${conditionOf(statement)}`;
      rights[name] = [...(rights[name] ?? []), ...[statement.Action].flat()].sort();
    }
  }
  return rights;
}

const conditionOf = ({ Condition = {} }: Statement): string =>
  Object.values(Condition)
    .flatMap((tests) => Object.entries(tests).map(([key, value]) => ` if ${key}=${value}`))
    .join('');
