import {
  DescribeRuleCommand,
  type EventBridgeClient,
  ListRuleNamesByTargetCommand,
  ListTargetsByRuleCommand,
  PutEventsCommand,
} from '@aws-sdk/client-eventbridge';
import * as z from 'zod';
import { drillSource } from '#infra/drill-source.ts';

/** A rule that publishes events of a service to the topic of the alarms. */
export interface DrilledRule {
  readonly name: string;
  /** Section of docs/runbook.md that its message names. */
  readonly section: string | undefined;
  readonly enabled: boolean;
  readonly pattern: string;
}

export interface RuleLine {
  readonly verdict: 'note' | 'FAIL';
  readonly rule: DrilledRule;
  readonly what: string;
}

const patternSchema = z.object({
  source: z.array(z.string()),
  'detail-type': z.tuple([z.string()], z.string()),
  detail: z.record(z.string(), z.unknown()),
});

/** Lists the rules of the default bus that publish to the topic. */
export async function rulesOf(client: EventBridgeClient, topicArn: string): Promise<DrilledRule[]> {
  const { RuleNames = [] } = await client.send(new ListRuleNamesByTargetCommand({ TargetArn: topicArn }));
  return Promise.all(
    RuleNames.map(async (name) => {
      const { EventPattern = '{}', State } = await client.send(new DescribeRuleCommand({ Name: name }));
      const { Targets = [] } = await client.send(new ListTargetsByRuleCommand({ Rule: name }));
      const texts = Targets.filter(({ Arn }) => Arn === topicArn).map(
        ({ Input, InputTransformer }) => Input ?? InputTransformer?.InputTemplate,
      );
      return { name, section: /docs\/runbook\.md#([\w-]+)/.exec(texts.join())?.[1], enabled: State === 'ENABLED', pattern: EventPattern };
    }),
  );
}

/** Rings a rule by an event that it takes for one of its service. EventBridge does not say whether the topic took the message. */
export async function ringRule(client: EventBridgeClient, rule: DrilledRule, sections: ReadonlySet<string>): Promise<RuleLine> {
  const { section, enabled, pattern } = rule;
  if (!section || !sections.has(section)) return { rule, verdict: 'FAIL', what: 'its message names no section of the runbook' };
  const where = `docs/runbook.md#${section}`;
  if (!enabled) return { rule, verdict: 'FAIL', what: `it is disabled: aws events enable-rule; ${where}` };
  const { Entries: [entry] = [] } = await client.send(new PutEventsCommand({ Entries: [drillEntryOf(pattern)] }));
  if (entry?.ErrorCode)
    return { rule, verdict: 'FAIL', what: `the bus refused the event: ${entry.ErrorCode} ${entry.ErrorMessage}; ${where}` };
  return { rule, verdict: 'note', what: `rung; look whether its message arrives: ${where}; a pager must be closed by hand` };
}

/** Makes an event that the pattern matches: of each list of values the first. */
export function drillEntryOf(pattern: string) {
  const { 'detail-type': types, detail } = patternSchema.parse(JSON.parse(pattern));
  return { Source: drillSource, DetailType: types[0], Detail: JSON.stringify({ name: 'DRILL', ...firstOf(detail) }) };
}

const firstOf = (pattern: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(pattern).map(([name, value]) => [name, Array.isArray(value) ? value[0] : firstOf(value as object)]));
