import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';

/** The labels of an Application or Runtime, but those that stand elsewhere. */
export function Labels({ labels }: { readonly labels: Readonly<Record<string, unknown>> | null }) {
  const shown = Object.entries(labels ?? {}).filter(([key]) => key !== 'scenarios');
  if (shown.length === 0) return <>No labels</>;
  return (
    <KeyValuePairs
      columns={2}
      items={shown.map(([label, value]) => ({ label, value: typeof value === 'string' ? value : JSON.stringify(value) }))}
    />
  );
}
