/** Conditions of Applications and Runtimes in the classes that the console draws: each has its colour and its shape. */
export type ConditionClass = 'ok' | 'bad' | 'wait' | 'idle';

const classes: Readonly<Record<string, ConditionClass>> = {
  CONNECTED: 'ok',
  CREATE_SUCCEEDED: 'ok',
  UPDATE_SUCCEEDED: 'ok',
  FAILED: 'bad',
  CREATE_FAILED: 'bad',
  UPDATE_FAILED: 'bad',
  DELETE_FAILED: 'bad',
  UNPAIR_FAILED: 'bad',
  PROVISIONING: 'wait',
  CREATING: 'wait',
  UPDATING: 'wait',
  DELETING: 'wait',
  UNPAIRING: 'wait',
};

export const classOf = (condition: string): ConditionClass => classes[condition] ?? 'idle';

const words: Readonly<Record<string, string>> = { INITIAL: 'not paired', CREATE_SUCCEEDED: 'created', UPDATE_SUCCEEDED: 'updated' };

/** A condition as users read it. */
export const wordsOf = (condition: string): string => words[condition] ?? condition.toLowerCase().replaceAll('_', ' ');
