import { EventField, type EventPattern, type IRuleTarget, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { drillSource } from '../drill-source.ts';
import type { Deployment } from './deployment.ts';
import { type RunbookSection, seeRunbook } from './runbook-alarm.ts';

export interface AlarmRuleProps {
  readonly deployment: Deployment;
  /** Summary of the events, in a few words. */
  readonly description: string;
  /** An event of an AWS service on the default bus. Values are exact, so that the drill can make an event of them. */
  readonly eventPattern: EventPattern & { readonly source: string[] };
  /** One sentence: the fault that the event reports. It may contain fields of the event. */
  readonly summary: string;
  readonly runbook: RunbookSection;
}

/**
 * Publishes to the alarm topic when a service reports a fault by an event. It costs nothing, where an alarm costs by its metrics; its end is not published.
 */
export class AlarmRule extends Construct {
  constructor(scope: Construct, id: string, { deployment, description, eventPattern, summary, runbook }: AlarmRuleProps) {
    super(scope, id);
    const text = seeRunbook(`${summary} Reported by ${fieldOf('source')}.`, runbook);
    // The library's target would change the policy of the topic, whose stack is deployed before this one; it allows rules to publish already.
    const topic: IRuleTarget = {
      bind: () => ({ arn: deployment.alarmTopic.topicArn, input: RuleTargetInput.fromText(text) }),
    };
    new Rule(this, 'Rule', {
      description,
      eventPattern: { ...eventPattern, source: [...eventPattern.source, drillSource] },
      targets: [topic],
    });
  }
}

/** A field of the event in a summary, by its path: `detail.name`. */
export const fieldOf = (path: string): string => EventField.fromPath(`$.${path}`);
