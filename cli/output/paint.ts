import type { Surroundings, TextOutput } from '../surroundings.ts';

const colours = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39] } as const;
export type Colour = keyof typeof colours;
export type Paint = (colour: Colour | undefined, text: string) => string;

/** Colours texts where a person reads them: on a terminal, unless NO_COLOR is set (no-color.org) or the terminal is a dumb one. */
export function painter(output: TextOutput, { NO_COLOR, TERM }: Surroundings['environment']): Paint {
  if (!output.isTTY || NO_COLOR || TERM === 'dumb') return (_, text) => text;
  return (colour, text) => {
    if (!colour) return text;
    const [on, off] = colours[colour];
    return `\u001b[${on}m${text}\u001b[${off}m`;
  };
}

const states: Readonly<Record<string, Colour>> = {
  CONNECTED: 'green',
  SUCCEEDED: 'green',
  Succeeded: 'green',
  READY: 'green',
  ENABLED: 'green',
  FAILED: 'red',
  Failed: 'red',
  GONE: 'red',
  DISABLED: 'red',
  FAILING: 'red',
  PENDING: 'yellow',
  PROVISIONING: 'yellow',
  Pending: 'yellow',
  InProgress: 'yellow',
};

export const colourOfState = (state: string): Colour | undefined => states[state];
