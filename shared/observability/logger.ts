import { Logger } from '@aws-lambda-powertools/logger';

/** The one logger of a function: JSON lines, one per unit of work, everything variable as a field. */
export const logger = (service: string): Logger => new Logger({ serviceName: service });
