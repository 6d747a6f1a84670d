/** The tasks of the workflows; each is the handler of the same name under functions/provisioning. */
export const provisionTasks = [
  'register-runtime',
  'fetch-configuration',
  'obtain-token',
  'provision-infrastructure',
  'check-infrastructure',
  'inject-configuration',
  'check-agent',
  'finish-operation',
  'undo-infrastructure',
  'spend-token',
  'fail-operation',
] as const;
export type ProvisionTask = (typeof provisionTasks)[number];

export const deprovisionTasks = [
  'remove-infrastructure',
  'check-removal',
  'spend-token',
  'unregister-runtime',
  'finish-operation',
  'fail-operation',
] as const;
export const reconnectTasks = [
  'obtain-token',
  'inject-configuration',
  'check-agent',
  'spend-token',
  'finish-operation',
  'fail-operation',
] as const;
export type ReconnectTask = (typeof reconnectTasks)[number];

export type DeprovisionTask = (typeof deprovisionTasks)[number];

export type TaskName = ProvisionTask | DeprovisionTask | ReconnectTask;
export const taskNames: readonly TaskName[] = [...new Set([...provisionTasks, ...deprovisionTasks, ...reconnectTasks])];
