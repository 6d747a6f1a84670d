import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { formationsOf } from '../members/formations-of.ts';
import { Labels } from '../members/labels.tsx';
import { lastSeenOf } from '../members/last-seen.ts';
import { MemberFormations } from '../members/member-formations.tsx';
import type { JsonValue } from '../operations/operation.ts';
import { ConditionLabel } from '../parts/condition-label.tsx';
import { Time } from '../parts/time.tsx';

interface Runtime {
  readonly id: string;
  readonly status: { readonly condition: string; readonly timestamp: string };
  readonly metadata: { readonly creationTimestamp: string };
  readonly labels: Readonly<Record<string, JsonValue>> | null;
  readonly auths: readonly { readonly lastSeenAt: string | null }[] | null;
  readonly eventingConfiguration: { readonly defaultURL: string } | null;
}

export function RuntimeOverview({ runtime, onChange }: { readonly runtime: Runtime; readonly onChange: () => void }) {
  const { id, status, labels } = runtime;
  return (
    <SpaceBetween size="l">
      <Container>
        <KeyValuePairs
          columns={3}
          items={[
            { label: 'Status', value: <ConditionLabel condition={status.condition} /> },
            { label: 'Since', value: <Time at={status.timestamp} /> },
            { label: 'Last seen', value: <Time at={lastSeenOf(runtime)} /> },
            { label: 'Id', value: id },
            { label: 'Registered', value: <Time at={runtime.metadata.creationTimestamp} /> },
            { label: 'Takes events at', value: runtime.eventingConfiguration?.defaultURL || 'no address' },
          ]}
        />
      </Container>
      <Container header={<Header variant="h2">Formations</Header>}>
        <MemberFormations id={id} kind="RUNTIME" formations={formationsOf(labels)} onChange={onChange} />
      </Container>
      <Container header={<Header variant="h2">Labels</Header>}>
        <Labels labels={labels} />
      </Container>
    </SpaceBetween>
  );
}
