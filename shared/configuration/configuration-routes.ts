/** Paths of the configuration polls; the infrastructure and the Director share them. */
export const configurationPaths = {
  runtime: '/runtimes/{id}/configuration',
  application: '/applications/{id}/configuration',
} as const;
