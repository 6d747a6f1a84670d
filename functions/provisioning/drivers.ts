import { deps } from './deps/drivers.ts';
import { handlersOf } from './handlers-of.ts';

export const { provisionInfrastructure, checkInfrastructure, injectConfiguration, undoInfrastructure, removeInfrastructure, checkRemoval } =
  handlersOf('drivers', deps);
