import { minutes, seconds } from '../core/clock.ts';

/** A Runtime that missed as many polls in a row is disconnected. */
const missedPolls = 3;

/** Contacts are noted in steps of this, so that polling does not cost a write each time: a minute, or a period of polling where that is shorter. */
export const contactStep = (pollSeconds: number): number => Math.min(minutes(1), seconds(pollSeconds));

/**
 * The silence, in milliseconds since the contact that was noted last, after which nobody is there any more. That contact may have been followed by
 * others within a step, so the polls that count as missed begin after it.
 */
export const silentAfter = (pollSeconds: number): number => seconds(missedPolls * pollSeconds) + contactStep(pollSeconds);
