import { deleteDefaultEventing, setDefaultEventing } from '#shared/eventing/default-eventing.ts';
import type { MutationResolvers } from '../schema.generated.ts';

export const setDefaultEventingForApplication: MutationResolvers['setDefaultEventingForApplication'] = async (
  _parent,
  { appID, runtimeID },
  { actor, deps },
) => ({ defaultURL: await setDefaultEventing(appID, runtimeID, actor, deps) });

export const deleteDefaultEventingForApplication: MutationResolvers['deleteDefaultEventingForApplication'] = async (
  _parent,
  { appID },
  { actor, deps },
) => ({ defaultURL: await deleteDefaultEventing(appID, actor, deps) });
