import { minutes, seconds } from '../core/clock.ts';

/** A Runtime that missed as many polls in a row is disconnected. */
const missedPolls = 3;

/** Contacts are noted in steps of this, so that polling does not cost a write each time: a minute, or a period of polling where that is shorter. */
export const contactStep = (pollSeconds: number): number => Math.min(minutes(1), seconds(pollSeconds));

/**
 * Milliseconds since the contact that was noted last after which a Runtime counts as silent. Further contacts within a step are not noted,
 * so the polls that count as missed begin after the step.
 */
export const silentAfter = (pollSeconds: number): number => seconds(missedPolls * pollSeconds) + contactStep(pollSeconds);
