import { deleteDefaultEventing, setDefaultEventing } from '#shared/eventing/default-eventing.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type { MutationResolvers } from '../schema.generated.ts';
import { wireEventing } from '../wire-eventing.ts';

const setDefaultEventingForApplication: MutationResolvers['setDefaultEventingForApplication'] = async (
  _parent,
  { appID, runtimeID },
  { actor, deps },
) => wireEventing(await setDefaultEventing(appID, runtimeID, actor, deps));

const deleteDefaultEventingForApplication: MutationResolvers['deleteDefaultEventingForApplication'] = async (
  _parent,
  { appID },
  { actor, deps },
) => wireEventing(await deleteDefaultEventing(appID, actor, deps));

export const eventingResolvers: ResolverPart = { Mutation: { setDefaultEventingForApplication, deleteDefaultEventingForApplication } };
