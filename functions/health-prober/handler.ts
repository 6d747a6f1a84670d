import { probeDueApplications } from '#shared/health-checks/probe-due-applications.ts';
import { scheduleHandler } from '#shared/lambda/schedule-handler.ts';
import { deps } from './deps.ts';

export const handler = scheduleHandler(deps.log, () => probeDueApplications(deps));
