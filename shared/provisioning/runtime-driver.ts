import { AppError } from '../core/errors.ts';
import type { JsonObject } from '../core/json.ts';
import type { TenantId } from '../core/tenant-id.ts';
import type { AgentConfiguration } from './agent-configuration.ts';
import type { Registration } from './operation.ts';

/** The infrastructure that a driver builds for one Runtime. */
export interface RuntimeEnvironment {
  readonly tenant: TenantId;
  readonly runtimeId: string;
  /** The operation that asks: a driver may use it to distinguish a repetition from another request. */
  readonly operationId: string;
  readonly parameters: JsonObject;
  readonly configuration?: Registration;
}

export type Progress = 'ready' | 'pending';

/** A stack that is ready, as CloudFormation describes it. */
export interface BuiltStack {
  readonly stackId: string;
  /** Absent in partitions whose console has an unknown address. */
  readonly consoleUrl?: string;
  readonly templateVersion?: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Result of a check: a stack that is ready, or `ready` alone where the driver builds none. */
export type Checked = Progress | BuiltStack;

/**
 * Builds and removes the infrastructure of a Runtime. Every call may be repeated, also after a crash, and returns within half a minute: longer work
 * continues by itself, and the checks ask for it. Throws DriverFailed for permanent failures, DriverUnavailable for transient ones.
 */
export interface RuntimeDriver {
  provision(environment: RuntimeEnvironment): Promise<void>;
  check(environment: RuntimeEnvironment): Promise<Checked>;
  /** Passes the configuration to the Runtime Agent and starts or restarts it. */
  configure(environment: RuntimeEnvironment, configuration: AgentConfiguration): Promise<void>;
  /** Removes the one-time token from where `configure` has put it. The Runtime Agent keeps its certificate. */
  forgetToken(environment: RuntimeEnvironment): Promise<void>;
  /** Begins to move the infrastructure to the newest version. It goes on as it is if that fails. */
  upgrade(environment: RuntimeEnvironment): Promise<void>;
  checkUpgraded(environment: RuntimeEnvironment): Promise<Checked>;
  /** Removes the infrastructure, also if it was built in part or never. */
  remove(environment: RuntimeEnvironment): Promise<void>;
  /** Returns `ready` once nothing is left. */
  checkRemoved(environment: RuntimeEnvironment): Promise<Progress>;
}

export type RuntimeDrivers = (name: string) => RuntimeDriver;

/** Looks drivers up by name; throws DriverFailed for one that this deployment lacks. */
export const runtimeDrivers =
  (drivers: Readonly<Record<string, RuntimeDriver>>): RuntimeDrivers =>
  (name) => {
    const driver = Object.hasOwn(drivers, name) ? drivers[name] : undefined;
    if (!driver) throw new AppError('DriverFailed', `the runtime driver ${name} is not available here`);
    return driver;
  };
