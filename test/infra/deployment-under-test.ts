import type { DeploymentContext } from '#infra/environments.ts';
import { synthesizeTemplates, type Template, type TemplateResource } from '#infra/synthesize-templates.ts';

/** With everything that can be there. */
export const completeContext: DeploymentContext = {
  stage: 'test',
  domainName: 'compass.example.com',
  hostedZoneId: 'Z1',
  messageEncryption: 'key',
  monthlyBudgetUsd: 50,
};

/** The same with ACM Private CA. */
export const acmPcaContext: DeploymentContext = { ...completeContext, certificateAuthority: 'acm-pca' };

export type DeploymentUnderTest = ReturnType<typeof deploymentUnderTest>;

interface DeployedResource {
  readonly stack: string;
  readonly id: string;
  readonly type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template's properties are as deep as they are various
  readonly properties: any;
  /** The template as CloudFormation receives it. */
  readonly template: TemplateResource;
}

const synthesized = new Map<string, ReturnType<typeof synthesize>>();

/** The synthesized deployment with its references replaced by readable names, also across stacks. Once per context and process. */
export function deploymentUnderTest(context: DeploymentContext = completeContext) {
  const key = JSON.stringify(context);
  const deployment = synthesized.get(key) ?? synthesize(context);
  synthesized.set(key, deployment);
  return deployment;
}

function synthesize(context: DeploymentContext) {
  const templates = synthesizeTemplates(context);
  const named = new Map<string, string>();
  for (const [stack, { Outputs = {} }] of Object.entries(templates)) {
    for (const { Export, Value } of Object.values(Outputs)) if (Export) named.set(String(Export.Name), nameOf(stack, Value, named));
  }
  const all = Object.entries(templates).flatMap(([stack, template]) => resourcesOf(stack, template, named));
  return { templates, all, ofType: (type: string) => all.filter((resource) => resource.type === type) };
}

const resourcesOf = (stack: string, { Resources }: Template, named: Map<string, string>): DeployedResource[] =>
  Object.entries(Resources).map(([id, resource]) => ({
    stack,
    id: plain(id),
    type: resource.Type,
    properties: readable(stack, resource.Properties ?? {}, named),
    template: resource,
  }));

function readable(stack: string, value: unknown, named: Map<string, string>): unknown {
  if (Array.isArray(value)) return value.map((element) => readable(stack, element, named));
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value);
  if (keys.length === 1 && (keys[0] === 'Ref' || keys[0]?.startsWith('Fn::'))) return nameOf(stack, value, named);
  return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, readable(stack, element, named)]));
}

/** `Ref` becomes `Id`, `Fn::GetAtt` becomes `Id.Attribute`, without the hash; of `Fn::Sub` the names stay; the others become the text they make. */
function nameOf(stack: string, value: unknown, named: Map<string, string>): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const [operator, operand] = Object.entries(value)[0] ?? [];
  if (operator === 'Ref') return plain(String(operand));
  if (operator === 'Fn::GetAtt') return (operand as string[]).map(plain).join('.');
  if (operator === 'Fn::ImportValue') return named.get(nameOf(stack, operand, named)) ?? `unknown import ${JSON.stringify(operand)}`;
  if (operator === 'Fn::Sub') return String(operand).replace(/\$\{AWS::(\w+)\}/g, '$1');
  if (operator === 'Fn::Join') {
    const [separator, parts] = operand as [string, unknown[]];
    return parts.map((part) => nameOf(stack, part, named)).join(separator);
  }
  return JSON.stringify(value);
}

const plain = (id: string): string => id.replace(/^(.+)[0-9A-F]{8}$/, '$1');
