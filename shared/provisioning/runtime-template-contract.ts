/**
 * Names that the template of a Runtime's stack, its driver and their tests agree on. The template lies in `infra/runtime/`; every parameter is text,
 * and the empty text stands for none.
 */

/** Parameters that are the same for every Runtime of a deployment, wherever it is. The deployment gives them to the driver. */
export const deploymentParameters = {
  AgentCodeKey: 'Key of the code of the Runtime Agent in CodeBucket.',
  GatewayCodeKey: 'Key of the code of the events gateway in CodeBucket.',
  TemplateVersion: 'Version of the template and the code.',
  ControlPlaneUrl: 'Base URL of the public API of the control plane, without a slash at its end.',
  TokenIssuer: 'Issuer of the access tokens of Applications; empty if the gateway takes none.',
} as const;

/** Parameters that the driver gives a value for each Runtime. */
export const runtimeParameters = {
  Tenant: 'Id of the tenant that the Runtime belongs to.',
  RuntimeId: 'Id of the Runtime.',
  CodeBucket: 'Bucket with the code of the functions, in the Region of the stack.',
  PermissionsBoundary: 'ARN of the policy that bounds every role of the stack; empty for none.',
  PollSeconds: 'Seconds between two cycles of the Runtime Agent.',
  EventsDomainName: 'Domain of the events gateway for calls with client certificates; empty for none.',
  EventsHostedZoneId: 'Id of the Route 53 zone of that domain; empty for none.',
  TruststoreUri: 'S3 URI of the certificates that sign client certificates, in the Region of the stack; empty without a domain.',
  TruststoreVersion: 'Version of that object; empty if the URI names one version only, or without a domain.',
} as const;

/** Values of `PollSeconds`: whole minutes, because a schedule has no shorter period. */
export const pollSecondsChoices = [60, 120, 300, 600, 900, 1800, 3600] as const;

export const runtimeOutputs = {
  EventsUrl: 'URL of the events gateway: of its domain, if it has one.',
  EventsTokenUrl: 'URL of the events gateway for access tokens.',
  EventBusName: 'Name of the EventBridge bus of the Runtime.',
  AgentFunctionName: 'Name of the function that runs the Runtime Agent.',
  TableName: 'Name of the table with the state of the Runtime Agent and the view of Applications.',
  ApplicationsReadPolicyArn: 'ARN of the managed policy that grants to read the view of Applications.',
  TemplateVersion: 'Version of the template and the code.',
} as const;

/** The stack of a Runtime, and its resources whose names may be long. `prefix` is that of the deployment, `compass-<stage>`. */
export const runtimeStackName = (prefix: string, runtimeId: string): string => `${prefix}-runtime-${runtimeId}`;

/**
 * The beginning of names that may have 64 characters: those of functions and roles. The last group of the Runtime's id has 12 random digits. The
 * template takes it from its parameter `RuntimeId` by `Fn::Select` and `Fn::Split`.
 */
export const runtimeShortName = (prefix: string, runtimeId: string): string => `${prefix}-runtime-${runtimeId.split('-').at(-1)}`;

/** Tags of the stack and of everything in it. */
export const runtimeTags = { tenant: 'compass:tenant', runtime: 'compass:runtime' } as const;

/** The SecureString parameter with the configuration of the Runtime Agent as JSON; the driver writes and deletes it. */
export const agentConfigurationParameter = (stackName: string): string => `/${stackName}/agent-configuration`;

/** The SecureString parameter with the key that seals the Runtime Agent's private keys; the Agent makes it, and the driver deletes it with the stack. */
export const agentSealingKeyParameter = (stackName: string): string => `/${stackName}/agent-sealing-key`;

/** The payload of an invocation that runs a cycle at once, even if the control plane asked for a pause. */
export const wakeAgent = { wake: true } as const;
