import { deleteDefaultEventing, setDefaultEventing } from '#shared/eventing/default-eventing.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type { MutationResolvers } from '../schema.generated.ts';

const setDefaultEventingForApplication: MutationResolvers['setDefaultEventingForApplication'] = async (
  _parent,
  { appID, runtimeID },
  { actor, deps },
) => ({ defaultURL: await setDefaultEventing(appID, runtimeID, actor, deps) });

const deleteDefaultEventingForApplication: MutationResolvers['deleteDefaultEventingForApplication'] = async (
  _parent,
  { appID },
  { actor, deps },
) => ({ defaultURL: await deleteDefaultEventing(appID, actor, deps) });

export const eventingResolvers: ResolverPart = { Mutation: { setDefaultEventingForApplication, deleteDefaultEventingForApplication } };
