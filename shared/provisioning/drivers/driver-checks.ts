import { cloudFormationCheck } from './cloudformation-parameters.ts';
import type { DriverName } from './driver-names.ts';
import type { ParameterCheck } from './parameter-check.ts';
import { processCheck } from './process-parameters.ts';
import type { RuntimeTargets } from './runtime-targets.ts';

/** The checks of the parameters of the named drivers. `targets` is needed by `cloudformation` alone. */
export function driverChecks(names: readonly DriverName[], targets: RuntimeTargets | undefined): Readonly<Record<string, ParameterCheck>> {
  const checks: Record<DriverName, () => ParameterCheck> = {
    cloudformation: () => cloudFormationCheck(required(targets)),
    process: () => processCheck,
  };
  return Object.fromEntries(names.map((name) => [name, checks[name]()]));
}

function required(targets: RuntimeTargets | undefined): RuntimeTargets {
  if (!targets) throw new Error('the driver cloudformation needs RUNTIME_TARGETS');
  return targets;
}
