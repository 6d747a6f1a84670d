import { Refusal } from '../refusal.ts';
import type { LocalFunction } from './local-system.ts';

/** Tools configure themselves per function with these; in one process the runner's own values hold. */
const perFunction = (name: string): boolean => name.startsWith('POWERTOOLS_') || name.startsWith('NODE_') || name.startsWith('AWS_');

/** All handlers share this process, so a variable can have one value only. `overrides` are what this machine decides itself. */
export function environmentUnion(functions: readonly LocalFunction[], overrides: Readonly<Record<string, string>>): Record<string, string> {
  const owner = new Map<string, string>();
  const union: Record<string, string> = {};
  for (const { name: functionName, environment } of functions) {
    for (const [name, value] of Object.entries(environment)) {
      if (perFunction(name) || name in overrides) continue;
      if (name in union && union[name] !== value) {
        throw new Refusal(
          `The functions ${owner.get(name)} and ${functionName} want different values of ${name}: rename the variable in one of them.`,
        );
      }
      union[name] = value;
      owner.set(name, functionName);
    }
  }
  return { ...union, ...overrides };
}
