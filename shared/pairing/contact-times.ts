import { minutes, seconds } from '../core/clock.ts';

/** Number of consecutive missed polls after which a Runtime is disconnected. */
const missedPolls = 3;

/** Minimum time between two recorded contacts, so that not every poll costs a write: a minute, or a shorter polling period. */
export const contactStep = (pollSeconds: number): number => Math.min(minutes(1), seconds(pollSeconds));

/**
 * Milliseconds since the contact that was noted last after which a Runtime counts as silent. Further contacts within a step are not noted,
 * so the polls that count as missed begin after the step.
 */
export const silentAfter = (pollSeconds: number): number => seconds(missedPolls * pollSeconds) + contactStep(pollSeconds);
