import StatusIndicator from '@cloudscape-design/components/status-indicator';

export interface CloneSuspicion {
  readonly fingerprint: string;
  readonly serialNumber: string;
  readonly reason: 'OLDER_GENERATION' | 'SUCCESSOR_IN_USE' | 'REPLACED' | 'NOT_RECORDED';
}

const reasons: Readonly<Record<CloneSuspicion['reason'], string>> = {
  OLDER_GENERATION: 'it was renewed too often',
  SUCCESSOR_IN_USE: 'it was renewed after its successor was used',
  REPLACED: 'it was used after it was replaced',
  NOT_RECORDED: 'it was used, and no credential records it',
};

/** The certificates whose keys may have been copied, with the reasons and what to do; a dash if there are none. */
export function CloneSuspicions({ suspicions }: { readonly suspicions: readonly CloneSuspicion[] | null }) {
  if (!suspicions || suspicions.length === 0) return <>–</>;
  return (
    <>
      {suspicions.map(({ fingerprint, serialNumber, reason }) => (
        <div key={`${fingerprint} ${reason}`}>
          <StatusIndicator type="warning">
            Certificate {serialNumber}: {reasons[reason]}
          </StatusIndicator>
        </div>
      ))}
      <div>If its holder did not do that, delete the credential and pair again.</div>
    </>
  );
}
