import type { Logger } from '@aws-lambda-powertools/logger';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';

/** The state of a custom resource after a creation or an update. */
export interface CustomResourceState {
  /** CloudFormation deletes the resource of the old id when it changes. */
  readonly physicalId: string;
  /** The attributes that templates can read. */
  readonly attributes: Readonly<Record<string, string>>;
}

type Apply = () => Promise<CustomResourceState>;

/**
 * The edge of a function that CloudFormation calls during a deployment. It always answers, because a deployment would wait an hour for the answer. A
 * deletion does nothing: the published files stay.
 */
export const customResourceHandler = (log: Logger, apply: Apply) => async (event: CloudFormationCustomResourceEvent) => {
  const { StackId, RequestId, LogicalResourceId, RequestType } = event;
  const known = event.RequestType === 'Create' ? LogicalResourceId : event.PhysicalResourceId;
  const outcome = await stateAfter(event, known, apply).then(
    ({ physicalId, attributes }) => ({ Status: 'SUCCESS', PhysicalResourceId: physicalId, Data: attributes }),
    (error: Error) => {
      log.error('custom resource failed', { requestType: RequestType, logicalId: LogicalResourceId, error });
      return { Status: 'FAILED', PhysicalResourceId: known, Reason: `${error.name}: the function's log says more` };
    },
  );
  await answer(event.ResponseURL, { StackId, RequestId, LogicalResourceId, ...outcome });
};

const stateAfter = async (event: CloudFormationCustomResourceEvent, known: string, apply: Apply): Promise<CustomResourceState> =>
  event.RequestType === 'Delete' ? { physicalId: known, attributes: {} } : apply();

async function answer(url: string, body: object): Promise<void> {
  // The URL is signed for an empty content type.
  const response = await fetch(url, { method: 'PUT', headers: { 'content-type': '' }, body: Buffer.from(JSON.stringify(body)) });
  if (!response.ok) throw new Error(`CloudFormation refused the answer with status ${response.status}`);
}
