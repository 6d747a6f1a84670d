import type { Logger } from '@aws-lambda-powertools/logger';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import pRetry from 'p-retry';

/** The state of a custom resource after a creation or an update. */
export interface CustomResourceState {
  /** CloudFormation deletes the resource of the old id when it changes. */
  readonly physicalId: string;
  /** The attributes that templates can read. */
  readonly attributes: Readonly<Record<string, string>>;
}

type Apply = () => Promise<CustomResourceState>;
/** Cleans up at a deletion. Default: does nothing, the published files stay. */
type Remove = () => Promise<void>;
const keep: Remove = async () => undefined;

/** CloudFormation refuses a longer answer, and fails the deployment without a word. In bytes. */
const maxAnswerBytes = 4096;
const maxReasonCharacters = 500;
/** A role that was just created counts everywhere after some seconds: 5 more attempts within about 15 seconds. */
const whileRolesSpread = { retries: 5, minTimeout: 500, maxTimeout: 5000 };
const whileCloudFormationFails = { retries: 3, minTimeout: 500 };

/**
 * The edge of a function that CloudFormation calls during a deployment. It always answers, because a deployment would wait for the answer. The
 * reason of a failure is in the answer, because a rollback deletes the function's log.
 */
export const customResourceHandler =
  (log: Logger, apply: Apply, remove: Remove = keep) =>
  async (event: CloudFormationCustomResourceEvent) => {
    const { LogicalResourceId, RequestType } = event;
    const known = event.RequestType === 'Create' ? LogicalResourceId : event.PhysicalResourceId;
    const failed = (error: Error) => {
      log.error('custom resource failed', { requestType: RequestType, logicalId: LogicalResourceId, error });
      const Reason = `${error.name}: ${error.message}`.slice(0, maxReasonCharacters);
      return answerTo(event, { Status: 'FAILED', PhysicalResourceId: known, Reason });
    };
    const body = await stateAfter(event, known, { apply, remove })
      .then(({ physicalId, attributes }) =>
        fitting(answerTo(event, { Status: 'SUCCESS', PhysicalResourceId: physicalId, Data: attributes })),
      )
      .catch(failed);
    await pRetry(() => answer(event.ResponseURL, body), whileCloudFormationFails);
  };

const answerTo = ({ StackId, RequestId, LogicalResourceId }: CloudFormationCustomResourceEvent, outcome: object) =>
  Buffer.from(JSON.stringify({ StackId, RequestId, LogicalResourceId, ...outcome }));

function fitting(body: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  if (body.length > maxAnswerBytes)
    throw new Error(`the answer has ${body.length} bytes, more than the ${maxAnswerBytes} that CloudFormation takes`);
  return body;
}

async function stateAfter(
  event: CloudFormationCustomResourceEvent,
  known: string,
  { apply, remove }: { apply: Apply; remove: Remove },
): Promise<CustomResourceState> {
  if (event.RequestType === 'Delete') {
    await remove();
    return { physicalId: known, attributes: {} };
  }
  return pRetry(apply, { ...whileRolesSpread, shouldRetry: ({ error }) => /^AccessDenied/.test(error.name) });
}

async function answer(url: string, body: Buffer<ArrayBuffer>): Promise<void> {
  // The URL is signed for an empty content type.
  const response = await fetch(url, { method: 'PUT', headers: { 'content-type': '' }, body });
  if (!response.ok) throw new Error(`CloudFormation refused the answer with status ${response.status}`);
}
