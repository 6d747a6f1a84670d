import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { Copyable } from '../parts/copyable.tsx';
import { folderFor } from './folder-for.ts';

interface PairingCommandsProps {
  readonly name: string;
  /** The token with the address of the Connector, as base64. */
  readonly rawToken: string;
}

/** The commands that turn a one-time token into a key and its certificate. */
export function PairingCommands({ name, rawToken }: PairingCommandsProps) {
  const folder = folderFor(name);
  return (
    <SpaceBetween size="m">
      <Box>The token works once. Pass it on as you would a password: paste one of these on the machine of {name}.</Box>
      <Copyable label="With the command line of Compass" text={`compass pair --raw-token ${rawToken} --out ${folder}`} />
      <Copyable
        label="With the sample Application, in a checkout"
        text={`npx node examples/application/main.ts --raw-token ${rawToken} --state-dir ${folder}`}
      />
      <Copyable label="The token alone, for an Agent or another client" text={rawToken} />
    </SpaceBetween>
  );
}
