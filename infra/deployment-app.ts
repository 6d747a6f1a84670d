import { App, type AppProps, Aspects, Tags } from 'aws-cdk-lib';
import { LeaveOut } from './constructs/leave-out.ts';
import { readDeploymentSettings } from './environments.ts';
import { ApiStack } from './stacks/api-stack.ts';
import { NotificationsStack } from './stacks/notifications-stack.ts';
import { ObservabilityStack } from './stacks/observability-stack.ts';
import { ProvisioningStack } from './stacks/provisioning-stack.ts';
import { SpecificationsStack } from './stacks/specifications-stack.ts';
import { StatefulStack } from './stacks/stateful-stack.ts';
import { TrustStack } from './stacks/trust-stack.ts';
import { UpkeepStack } from './stacks/upkeep-stack.ts';

/** The whole deployment, with the stacks in the order of their dependencies. */
export function deploymentApp(props?: AppProps): App {
  const app = new App(props);
  const settings = readDeploymentSettings(app.node);
  const id = (name: string) => `${settings.prefix}-${name}`;
  const { alarmTopic } = new ObservabilityStack(app, id('observability'), { settings });
  const deployment = { settings, alarmTopic };
  const stateful = new StatefulStack(app, id('stateful'), { deployment });
  const api = new ApiStack(app, id('api'), { deployment, stateful });
  const { messageKey } = new NotificationsStack(app, id('notifications'), { deployment, stateful });
  new SpecificationsStack(app, id('specifications'), { deployment, stateful });
  new ProvisioningStack(app, id('provisioning'), { deployment, stateful, api });
  new TrustStack(app, id('trust'), { deployment, stateful, messageKey });
  new UpkeepStack(app, id('upkeep'), { deployment, stateful });
  Tags.of(app).add('application', 'compass');
  Tags.of(app).add('stage', settings.stage);
  Aspects.of(app).add(new LeaveOut(settings.leaveOut));
  return app;
}
