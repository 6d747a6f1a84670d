import { hours, minutes, seconds } from '../core/clock.ts';

/** Number of consecutive missed polls after which a Runtime is disconnected. */
const missedPolls = 3;

/**
 * Minimum time between two recorded contacts of a Runtime, so that not every poll costs a write. Agents poll within 20 % of the period: three polls take
 * 2.4 periods at least, so that every third one is recorded.
 */
export const contactStep = (pollSeconds: number): number => Math.min(minutes(10), seconds(2.4 * pollSeconds));

/** Minimum time between two recorded uses of a credential, whose item is large. */
export const credentialStep = hours(6);

/**
 * Milliseconds since the contact that was noted last after which a Runtime counts as silent. Further contacts within a step are not noted,
 * so the polls that count as missed begin after the step.
 */
export const silentAfter = (pollSeconds: number): number => seconds(missedPolls * pollSeconds) + contactStep(pollSeconds);
