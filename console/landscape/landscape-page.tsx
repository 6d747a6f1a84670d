import './landscape.css';
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { useMemo, useState } from 'react';
import { useApi } from '../client/api-context.ts';
import { firstRows } from '../client/pages.ts';
import { useReading } from '../client/use-query.ts';
import { formationsOf } from '../members/formations-of.ts';
import { LandscapeApplications, LandscapeRuntimes } from '../operations/director.generated.ts';
import { Failure } from '../parts/failure.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { Drawing } from './drawing.tsx';
import { boxesOf } from './landscape.ts';
import { Legend } from './legend.tsx';

/** Members of a kind that the landscape reads. Lists show all. */
const maxMembers = 1000;
const refreshMs = 15_000;

/** Applications, formations and Runtimes, and what connects them. */
export function LandscapePage() {
  const { rights } = useApi();
  const mayReadRuntimes = rights.scopes.has('runtime:read');
  const { data, failure, loading, reload } = useReading(
    'landscape',
    async (send, signal) => {
      const [applications, runtimes] = await Promise.all([
        firstRows(maxMembers, async (page) => (await send(LandscapeApplications, page, { signal })).page),
        mayReadRuntimes ? firstRows(maxMembers, async (page) => (await send(LandscapeRuntimes, page, { signal })).page) : nothing,
      ]);
      return { applications, runtimes };
    },
    { everyMs: refreshMs },
  );
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const boxes = useMemo(
    () => data && boxesOf({ applications: data.applications.rows, runtimes: data.runtimes.rows }, opened),
    [data, opened],
  );
  const formations = useMemo(() => namesOf(data ? [...data.applications.rows, ...data.runtimes.rows] : []), [data]);
  const left = data
    ? data.applications.totalCount + data.runtimes.totalCount - data.applications.rows.length - data.runtimes.rows.length
    : 0;
  return (
    <>
      <div className="landscape-head">
        <h1>Landscape</h1>
        <Legend />
        {opened.size > 0 && <Button onClick={() => setOpened(new Set())}>Close the groups</Button>}
        <Button iconName="refresh" ariaLabel="Refresh" loading={loading} onClick={reload} />
      </div>
      <Failure failure={failure} onRetry={reload} />
      {left > 0 && <Alert type="info">{left} more Applications and Runtimes are not drawn: the lists have them all.</Alert>}
      {!boxes && loading && <Waiting />}
      {boxes && <Drawn boxes={boxes} formations={formations} onOpen={(key) => setOpened((before) => new Set([...before, key]))} />}
    </>
  );
}

const nothing = { rows: [], totalCount: 0 };

interface DrawnProps {
  readonly boxes: ReturnType<typeof boxesOf>;
  readonly formations: readonly string[];
  readonly onOpen: (key: string) => void;
}

function Drawn({ boxes, formations, onOpen }: DrawnProps) {
  if (boxes.applications.length + boxes.runtimes.length === 0)
    return (
      <Alert type="info" header="There is nothing in this tenant.">
        Register an Application under Pair, and provision a Runtime under Runtimes.
      </Alert>
    );
  return (
    <div className="landscape-frame">
      <Drawing applications={boxes.applications} formations={formations} runtimes={boxes.runtimes} onOpen={onOpen} />
    </div>
  );
}

const namesOf = (members: readonly { readonly labels: Readonly<Record<string, unknown>> | null }[]): string[] =>
  [...new Set(members.flatMap(({ labels }) => formationsOf(labels)))].sort((one, other) => one.localeCompare(other));
