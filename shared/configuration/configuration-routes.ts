/** Where Runtimes and Applications poll their configuration: names that the infrastructure and the Director must agree on. */
export const configurationPaths = {
  runtime: '/runtimes/{id}/configuration',
  application: '/applications/{id}/configuration',
} as const;
