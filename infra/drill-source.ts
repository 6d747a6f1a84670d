/** Source of the events by which `npm run aws -- drill` rings a rule. EventBridge lets services alone put events of theirs. */
export const drillSource = 'compass.drill';
