import type { Actor } from '#shared/core/actor.ts';
import type { DirectorDeps } from './deps.ts';
import type { Loaders } from './loaders.ts';

export interface Context {
  readonly actor: Actor;
  readonly deps: DirectorDeps;
  readonly loaders: Loaders;
  /** Header `suggest_token: true`: the token field carries what a person pastes into an Application. */
  readonly suggestToken: boolean;
}
