import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { settingsSchema } from '#infra/setting-schema.ts';
import { type Check, ok, todo } from './finding.ts';

/** The relay, the consumers of six queues, the scheduled functions and the APIs share it. */
const leastConcurrency = 100;

/** New accounts have a tenth of what they need, and the alarm on concurrency rings by the setting. */
export const checkConcurrency: Check = async ({ region, stage, clients }) => {
  const { AccountLimit } = await new LambdaClient(clients).send(new GetAccountSettingsCommand({}));
  const allowed = AccountLimit?.ConcurrentExecutions ?? 0;
  const what = `Lambda runs ${allowed} functions at the same time`;
  if (allowed < leastConcurrency)
    return [
      todo(
        what,
        `Ask for 1000: aws service-quotas request-service-quota-increase --region ${region} \\
        --service-code lambda --quota-code L-B99A9384 --desired-value 1000`,
      ),
    ];
  const expected = settingsSchema.parse(stage.file ?? {}).accountConcurrency;
  if (allowed === expected) return [ok(what)];
  return [
    todo(what, `Set "accountConcurrency": ${allowed} in stages/${stage.name}.json; it is ${expected} now, and the alarm rings by it.`),
  ];
};
