import Spinner from '@cloudscape-design/components/spinner';

/** Something is on its way. */
export function Waiting({ of = 'Loading' }: { readonly of?: string }) {
  return (
    <div className="waiting" role="status">
      <Spinner size="large" /> {of}…
    </div>
  );
}
