import * as z from 'zod';
import { invalidData } from '../core/errors.ts';
import { type JsonObject, type JsonValue, storageProblem } from '../core/json.ts';
import type { TenantId } from '../core/tenant-id.ts';
import { optional, required, validate } from '../core/validate.ts';
import { maxFormations } from '../formations/formation-limit.ts';
import { splitScenarios } from '../labels/label.ts';
import { runtimeFields } from '../runtimes/register-runtime.ts';
import { parametersOf } from './compat/parameters-as-text.ts';
import type { ParameterCheck } from './drivers/parameter-check.ts';
import type { Operation, Registration } from './operation.ts';
import { timeLimits } from './time-limits.ts';

const secondsWithin = (limit: { default: number; max: number }) => z.int().min(1).max(limit.max).default(limit.default);

/** Parameters of the Provisioner itself; all others belong to the driver. */
const parameters = z.looseObject({
  infrastructureTimeoutSeconds: secondsWithin(timeLimits.infrastructure),
  agentTimeoutSeconds: secondsWithin(timeLimits.agent),
});

const json = z.record(z.string(), z.json());

const givenParameters = z.preprocess(
  (value) => parametersOf(value) ?? {},
  parameters.superRefine((value, context) => {
    const message = problemOf(value as JsonValue);
    if (message) context.addIssue({ code: 'custom', message });
  }),
);

/** The operation and the Runtime's lock each hold the parameters, in an item of at most 400 KB with labels of up to 100 KB. */
const maxParametersBytes = 64 * 1024;

const problemOf = (value: JsonValue): string | undefined =>
  storageProblem(value) ??
  (Buffer.byteLength(JSON.stringify(value)) > maxParametersBytes ? `must be at most ${maxParametersBytes} bytes as JSON` : undefined);

const formationNames = z.array(required(128)).max(maxFormations, `must be at most ${maxFormations}`);

const request = z.object({
  runtimeInput: z.object({ name: runtimeFields.name, description: runtimeFields.description, labels: optional(json) }),
  driver: optional(required(64)),
  parameters: givenParameters,
  formations: optional(formationNames),
});

export interface ProvisioningRequest {
  readonly registration: Registration;
  readonly driver: string;
  readonly parameters: JsonObject;
  readonly limits: Operation['limits'];
}

/** The checks of parameters by the names of the drivers that the tasks of the workflows have. */
export type DriverChecks = Readonly<Record<string, ParameterCheck>>;

/** Reads the input of `provisionRuntime`; throws InvalidData. */
export function provisioningRequest(config: unknown, tenant: TenantId, drivers: DriverChecks): ProvisioningRequest {
  const { runtimeInput, driver, parameters: given, formations = [] } = validate('ProvisionRuntimeInput', request, config);
  const { stored, scenarios = [] } = splitScenarios(runtimeInput.labels ?? {});
  const names = { formations: [...new Set([...formations, ...scenarios])] };
  const name = chosenDriver(driver, Object.keys(drivers));
  return {
    registration: {
      name: runtimeInput.name,
      description: runtimeInput.description,
      labels: stored as Registration['labels'],
      formations: validate('ProvisionRuntimeInput', z.object({ formations: formationNames }), names).formations,
    },
    driver: name,
    parameters: checkedParameters(given as JsonObject, tenant, drivers[name]),
    limits: limitsOf(given),
  };
}

/** The time limits that the parameters of a provisioning ask for. */
export function limitsOf(given: unknown): Operation['limits'] {
  const { infrastructureTimeoutSeconds, agentTimeoutSeconds } = validate('parameters', parameters, given);
  return { infrastructureSeconds: infrastructureTimeoutSeconds, agentSeconds: agentTimeoutSeconds };
}

/** The parameters of the Provisioner with those of the driver as it completed them. */
function checkedParameters(given: JsonObject, tenant: TenantId, check: ParameterCheck | undefined): JsonObject {
  const isOurs = (name: string): boolean => Object.hasOwn(parameters.shape, name);
  const parts = (ours: boolean) => Object.fromEntries(Object.entries(given).filter(([name]) => isOurs(name) === ours));
  return { ...parts(true), ...(check?.(parts(false), tenant) ?? parts(false)) };
}

function chosenDriver(asked: string | undefined, drivers: readonly string[]): string {
  const driver = asked ?? (drivers.length === 1 ? drivers[0] : undefined);
  if (driver !== undefined && drivers.includes(driver)) return driver;
  const problem = drivers.length === 0 ? 'no runtime driver is available here' : `must be one of: ${[...drivers].sort().join(', ')}`;
  throw invalidData('ProvisionRuntimeInput', { driver: problem });
}
