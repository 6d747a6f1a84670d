/** The formations that an Application or Runtime is in, by its label `scenarios`. */
export function formationsOf(labels: Readonly<Record<string, unknown>> | null): readonly string[] {
  const scenarios = labels?.scenarios;
  return Array.isArray(scenarios) ? scenarios.filter((name): name is string => typeof name === 'string') : [];
}

/** The filter of the members of a formation. */
export const inFormation = (name: string) => ({ key: 'scenarios', query: `$[*] ? (@ == ${JSON.stringify(name)})` });
