import { deps } from './deps/drivers.ts';
import { handlersOf } from './step-handlers.ts';

export const {
  provisionInfrastructure,
  checkInfrastructure,
  injectConfiguration,
  forgetToken,
  upgradeInfrastructure,
  checkUpgrade,
  undoInfrastructure,
  removeInfrastructure,
  checkRemoval,
} = handlersOf('drivers', deps);
