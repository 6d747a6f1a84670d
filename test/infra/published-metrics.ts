/** Metrics that AWS services publish by themselves, and the sets of dimensions under which they do, as their user guides list them. */
const functions = ['FunctionName'];
/** While an alias leads to two versions. */
const versions = ['ExecutedVersion', 'FunctionName', 'Resource'];
const account: string[] = [];
const table = ['TableName'];
const index = ['GlobalSecondaryIndexName', 'TableName'];

export const publishedMetrics: Readonly<Record<string, Readonly<Record<string, readonly (readonly string[])[]>>>> = {
  'AWS/ApiGateway': {
    '4xx': [['ApiId']],
    '5xx': [['ApiId']],
    Count: [['ApiId']],
    IntegrationLatency: [['ApiId']],
    Latency: [['ApiId']],
  },
  'AWS/CertificateManager': { DaysToExpiry: [['CertificateArn']] },
  'AWS/CloudFront': { '5xxErrorRate': [['DistributionId', 'Region']] },
  'AWS/DynamoDB': {
    ConsumedReadCapacityUnits: [table, index],
    ConsumedWriteCapacityUnits: [table, index],
    ReadThrottleEvents: [table, index],
    SuccessfulRequestLatency: [
      ['Operation', 'TableName'],
      ['Operation', 'StreamLabel', 'TableName'],
    ],
    TransactionConflict: [table],
    WriteThrottleEvents: [table, index],
  },
  'AWS/Lambda': {
    ClaimedAccountConcurrency: [account],
    Duration: [functions, account],
    Errors: [functions, versions, account],
    Invocations: [functions, versions, account],
    IteratorAge: [functions],
    Throttles: [functions, account],
  },
  'AWS/SNS': { NumberOfNotificationsFailed: [['TopicName']], NumberOfMessagesPublished: [['TopicName']] },
  'AWS/SQS': {
    ApproximateAgeOfOldestMessage: [['QueueName']],
    ApproximateNumberOfMessagesDelayed: [['QueueName']],
    ApproximateNumberOfMessagesNotVisible: [['QueueName']],
    ApproximateNumberOfMessagesVisible: [['QueueName']],
  },
  // Of a web ACL for CloudFront; one in a Region has that as a third dimension.
  'AWS/WAFV2': { BlockedRequests: [['Rule', 'WebACL']] },
  'AWS/States': {
    ExecutionsAborted: [['StateMachineArn']],
    ExecutionsFailed: [['StateMachineArn']],
    ExecutionsStarted: [['StateMachineArn']],
    ExecutionsSucceeded: [['StateMachineArn']],
    ExecutionsTimedOut: [['StateMachineArn']],
  },
};
