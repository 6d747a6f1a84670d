interface AdaptedResource {
  readonly Type: string;
  readonly Properties?: Record<string, unknown>;
  readonly DependsOn?: string | readonly string[];
  readonly Metadata?: Record<string, unknown>;
  readonly UpdatePolicy?: unknown;
}

export interface AdaptedTemplate {
  readonly Resources: Record<string, AdaptedResource>;
}

/** Values that differ from one start of the emulator to the next. */
export interface EmulatorValues {
  /** Variables for the functions: each function gets those that its template sets, and all of `added`. */
  readonly replaced: Readonly<Record<string, string>>;
  readonly added: Readonly<Record<string, string>>;
  readonly hostedZoneId: string;
}

/** Types that MiniStack does not know. No other resource refers to one of them, but an update policy and variables that are replaced do. */
const unknownTypes = [
  'AWS::CloudFront::Distribution',
  'AWS::CodeDeploy::Application',
  'AWS::CodeDeploy::DeploymentGroup',
  'AWS::Events::Archive',
  'AWS::EventSchemas::Registry',
  'AWS::EventSchemas::Schema',
];

/** Actions that MiniStack asks for and IAM does not have, by the single ones that cover the batches on AWS. */
const batches: Readonly<Record<string, string>> = {
  'sqs:SendMessage': 'sqs:SendMessageBatch',
  'dynamodb:PartiQLInsert': 'dynamodb:BatchExecuteStatement',
};

function withBatches(actions: unknown): unknown {
  const all = [actions].flat();
  const added = all.flatMap((action) => batches[String(action)] ?? []);
  return added.length > 0 ? [...all, ...added] : actions;
}

/** MiniStack refuses alarms that compute with several metrics. */
const isRefused = ({ Type, Properties }: AdaptedResource): boolean =>
  unknownTypes.includes(Type) || (Type === 'AWS::CloudWatch::Alarm' && Properties?.Metrics !== undefined);

/** Adapts a template to the differences between MiniStack and AWS. */
export function adaptTemplate(template: AdaptedTemplate, values: EmulatorValues): AdaptedTemplate {
  const kept = Object.entries(template.Resources).filter(([, resource]) => !isRefused(resource));
  const ids = new Set(kept.map(([id]) => id));
  const secrets = kept.filter(([, { Type }]) => Type === 'AWS::SecretsManager::Secret').map(([id]) => id);
  const resources = kept.map(([id, { UpdatePolicy: _, ...resource }]) => [id, withVariables(withDependencies(resource, ids), values)]);
  return JSON.parse(JSON.stringify({ ...template, Resources: Object.fromEntries(resources) }), (key, value) =>
    adaptValue(key, value, secrets, values),
  );
}

function withDependencies(resource: AdaptedResource, ids: ReadonlySet<string>): AdaptedResource {
  if (!resource.DependsOn) return resource;
  return { ...resource, DependsOn: [resource.DependsOn].flat().filter((id) => ids.has(id)) };
}

function withVariables(resource: AdaptedResource, { replaced, added }: EmulatorValues): AdaptedResource {
  if (resource.Metadata?.['compass:entry'] === undefined) return resource;
  const { Variables = {} } = (resource.Properties?.Environment ?? {}) as { Variables?: Record<string, unknown> };
  const known = Object.entries(replaced).filter(([name]) => name in Variables);
  return {
    ...resource,
    Properties: { ...resource.Properties, Environment: { Variables: { ...Variables, ...Object.fromEntries(known), ...added } } },
  };
}

/**
 * MiniStack knows neither the role that a caller hands to CloudFormation, as a key of conditions, nor the names of parameters that are deleted together.
 */
function adaptStatement(statement: object): object {
  const { Action, Condition, Resource } = statement as { Action?: unknown; Condition?: Record<string, unknown>; Resource?: unknown };
  const actions = [Action].flat();
  const building = ['cloudformation:CreateStack', 'cloudformation:UpdateStack'].some((action) => actions.includes(action));
  return {
    ...statement,
    ...(building && Condition && { Condition: {} }),
    ...(actions.includes('ssm:DeleteParameters') && Resource !== undefined && { Resource: '*' }),
  };
}

function adaptValue(key: string, value: unknown, secrets: readonly string[], { hostedZoneId }: EmulatorValues): unknown {
  if (key === 'HostedZoneId' && typeof value === 'string') return hostedZoneId;
  if (key === 'Action') return withBatches(value);
  if (typeof value !== 'object' || value === null) return value;
  if ('Effect' in value) return adaptStatement(value);
  // The name of a secret, where AWS answers its ARN.
  if ('Ref' in value && secrets.includes(String(value.Ref))) return { 'Fn::GetAtt': [value.Ref, 'Id'] };
  const [pool, attribute] = 'Fn::GetAtt' in value && Array.isArray(value['Fn::GetAtt']) ? value['Fn::GetAtt'] : [];
  // MiniStack does not know the attribute; this is its value on AWS.
  if (attribute === 'ProviderURL') return { 'Fn::Sub': `https://cognito-idp.\${AWS::Region}.\${AWS::URLSuffix}/\${${pool}}` };
  return value;
}
