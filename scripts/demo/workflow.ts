import { type Cast, playPull, playReady, playRuntimeConfiguration, playWebhook } from './configuration.ts';
import { listen } from './listening-application.ts';
import { playPairing } from './pairing.ts';
import { playApiRegistration } from './registration.ts';
import { playProvisioning } from './runtime.ts';
import { playRuntimeEvents } from './runtime-events.ts';
import type { Stage } from './stage.ts';

/** Plays the whole workflow, with the sample Application and a real Runtime Agent. */
export async function playWorkflow(stage: Stage): Promise<Cast> {
  const application = await playPairing(stage);
  await playApiRegistration(stage, application);
  const listening = await listen(stage, application);
  const runtime = await playProvisioning(stage);
  const cast = { application, runtime, listening };
  await playReady(stage, cast);
  await playPull(stage, cast);
  if (stage.eventsUrlOf) await playRuntimeEvents(stage, cast);
  await playWebhook(stage, cast);
  await playRuntimeConfiguration(stage, cast);
  return cast;
}
