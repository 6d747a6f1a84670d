import { CfnCondition, CfnParameter, Fn, type Stack } from 'aws-cdk-lib';
import { deploymentParameters, pollSecondsChoices, runtimeParameters } from '#shared/provisioning/runtime-template-contract.ts';

/** Name of the condition that a boundary of roles is given. */
export const hasBoundary = 'HasBoundary';

export type ParameterName = keyof typeof deploymentParameters | keyof typeof runtimeParameters;

/** The expression of a condition: the parameter has a value. */
export const isGiven = (parameter: ParameterName) => Fn.conditionNot(Fn.conditionEquals(Fn.ref(parameter), ''));

const required: readonly string[] = [
  'Tenant',
  'RuntimeId',
  'CodeBucket',
  'AgentCodeKey',
  'GatewayCodeKey',
  'TemplateVersion',
  'ControlPlaneUrl',
];

/** Declares the parameters and conditions that the template and its driver agree on. */
export function declareParameters(stack: Stack): void {
  for (const [name, description] of Object.entries({ ...deploymentParameters, ...runtimeParameters }))
    new CfnParameter(stack, name, { type: 'String', description, ...valuesOf(name) });
  new CfnCondition(stack, hasBoundary, { expression: isGiven('PermissionsBoundary') });
}

function valuesOf(name: string) {
  if (name === 'PollSeconds') return { default: String(pollSecondsChoices[0]), allowedValues: pollSecondsChoices.map(String) };
  // Five groups: the last one is part of names.
  if (name === 'RuntimeId') return { allowedPattern: '[0-9a-f]+(-[0-9a-f]+){4}' };
  return required.includes(name) ? { minLength: 1 } : { default: '' };
}
