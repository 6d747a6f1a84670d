import { App, type AppProps, Aspects, Tags } from 'aws-cdk-lib';
import { LeaveOut } from './constructs/leave-out.ts';
import { readDeploymentSettings } from './environments.ts';
import { ApiStack } from './stacks/api-stack.ts';
import { FirewallStack } from './stacks/firewall-stack.ts';
import { NotificationsStack } from './stacks/notifications-stack.ts';
import { ObservabilityStack } from './stacks/observability-stack.ts';
import { ProvisioningStack } from './stacks/provisioning-stack.ts';
import { SpecificationsStack } from './stacks/specifications-stack.ts';
import { StatefulStack } from './stacks/stateful-stack.ts';
import { TrustStack } from './stacks/trust-stack.ts';
import { UpkeepStack } from './stacks/upkeep-stack.ts';

/**
 * The whole deployment. Its order lets a new part find what it needs of the others, and the others understand what it writes: first the relay, which
 * reads every change of the table, then the functions that work off what changed, and the APIs, where new shapes of items begin, at last.
 */
export function deploymentApp(props?: AppProps): App {
  const app = new App(props);
  const settings = readDeploymentSettings(app.node);
  const id = (name: string) => `${settings.prefix}-${name}`;
  // A concrete account and Region: the CDK deploys to no other.
  const env = settings.env ? { env: settings.env } : {};
  const { alarmTopic } = new ObservabilityStack(app, id('observability'), { settings, ...env });
  const deployment = { settings, alarmTopic };
  const stateful = new StatefulStack(app, id('stateful'), { deployment, ...env });
  const notifications = new NotificationsStack(app, id('notifications'), { deployment, stateful, ...env });
  const { webhookTester, encryption, failedMessages } = notifications;
  const { firewall } = settings;
  const firewallStack = firewall && new FirewallStack(app, id('firewall'), { settings, firewall, ...env });
  const api = new ApiStack(app, id('api'), { deployment, stateful, webhookTester, ...env });
  const specifications = new SpecificationsStack(app, id('specifications'), { deployment, stateful, encryption, failedMessages, ...env });
  new ProvisioningStack(app, id('provisioning'), { deployment, stateful, api, ...env });
  const trust = new TrustStack(app, id('trust'), { deployment, stateful, encryption, failedMessages, ...env });
  const upkeep = new UpkeepStack(app, id('upkeep'), { deployment, stateful, ...env });
  for (const workers of [specifications, trust, upkeep]) {
    workers.addStackDependency(notifications, 'The relay understands the items that they write.');
    api.addStackDependency(workers, 'They understand the items and events that calls lead to.');
  }
  if (firewallStack) api.addStackDependency(firewallStack, 'The name of the public API leads to the one of the firewall.');
  Tags.of(app).add('application', 'compass');
  Tags.of(app).add('stage', settings.stage);
  Aspects.of(app).add(new LeaveOut(settings.leaveOut));
  return app;
}
