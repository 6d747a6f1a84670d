import { $add, $get, $remove, $set, UpdateItemCommand } from 'dynamodb-toolbox/entity/actions/update';
import { concurrentUpdate, notFound } from '#shared/core/errors.ts';
import { isUnusedSuccessor, type SystemAuth } from '#shared/pairing/system-auth.ts';
import type { SystemAuthRepository } from '#shared/pairing/system-auth-repository.ts';
import { isConditionFailed } from '#shared/table/transact.ts';
import {
  both,
  either,
  exists,
  hasNoCertificate,
  isNotRevoked,
  latestIs,
  tokenAllowsKey,
  tokenGivesWay,
  tokenIs,
  tokenIsTiedTo,
  tokenIsUnused,
} from './system-auth-conditions.dynamo.ts';
import { forgottenAt, fromItem, keyOf, type SystemAuthEntity } from './system-auth-entity.dynamo.ts';
import { knownOf, nameOf, systemAuthWrites } from './system-auth-writes.dynamo.ts';

type TokenWrites = Pick<SystemAuthRepository, 'exchangeToken' | 'replaceToken' | 'giveToken' | 'removeToken' | 'reserveToken'>;

/** Writes of the one-time token of a System Auth. */
export function tokenWrites(auths: SystemAuthEntity): TokenWrites {
  const { note, orAsItStands } = systemAuthWrites(auths);

  return {
    exchangeToken: (owner, id, presented, next) =>
      orAsItStands(() =>
        auths
          .build(UpdateItemCommand)
          .item({ ...keyOf(owner, id), version: $add(1), token: $set({ ...next }), changedBy: nameOf(owner) })
          .options({
            condition: both(tokenIs(presented, next.issuedAt), tokenIsUnused),
            returnValuesOnConditionFalse: 'ALL_OLD',
          })
          .send(),
      ),

    replaceToken: async (auth, next, presented) => {
      const { owner, id } = auth;
      if (isUnusedSuccessor(auth, presented.fingerprint))
        await note(owner, id, { certificate: { usedAt: next.issuedAt } }, latestIs(presented.fingerprint));
      const outcome = await orAsItStands(() =>
        auths
          .build(UpdateItemCommand)
          .item({
            ...keyOf(owner, id),
            version: $add(1),
            token: $set({ ...next }),
            tokenTerms: $set({ presented: { fingerprint: presented.fingerprint, ...knownOf(presented) } }),
            changedBy: nameOf(owner),
          })
          .options({
            condition: { and: [exists, tokenGivesWay(next.issuedAt), isNotRevoked(presented.fingerprint)] },
            returnValuesOnConditionFalse: 'ALL_OLD',
          })
          .send(),
      );
      if (!outcome) throw notFound('systemAuth', id);
    },

    giveToken: async ({ owner, id, certificate }, next, terms, changedBy) => {
      const paired = certificate !== undefined;
      const outcome = await orAsItStands(() =>
        auths
          .build(UpdateItemCommand)
          .item({
            ...keyOf(owner, id),
            version: $add(1),
            token: $set({ ...next }),
            tokenTerms: terms ? $set({ ...terms }) : $remove(),
            ...(paired ? {} : { expiresAt: forgottenAt(next) }),
            changedBy,
          })
          .options({
            condition: paired ? exists : both(exists, hasNoCertificate),
            returnValuesOnConditionFalse: 'ALL_OLD',
          })
          .send(),
      );
      if (outcome !== 'committed') throw outcome ? concurrentUpdate() : notFound('systemAuth', id);
    },

    removeToken: async (owner, id) => {
      try {
        await auths
          .build(UpdateItemCommand)
          .item({ ...keyOf(owner, id), version: $add(1), token: $remove() })
          .options({ condition: exists })
          .send();
      } catch (error) {
        if (!isConditionFailed(error)) throw error;
      }
    },

    reserveToken: async (owner, id, { digest, csrDigest, keyThumbprint, now }) => {
      let reserved: SystemAuth | undefined;
      const outcome = await orAsItStands(async () => {
        const { Attributes } = await auths
          .build(UpdateItemCommand)
          .item({
            ...keyOf(owner, id),
            version: $add(1),
            token: { csrDigest, usedAt: $get('token.usedAt', now) },
            changedBy: nameOf(owner),
          })
          .options({
            condition: { and: [tokenIs(digest, now), either(tokenIsUnused, tokenIsTiedTo(csrDigest)), tokenAllowsKey(keyThumbprint)] },
            returnValues: 'ALL_NEW',
            returnValuesOnConditionFalse: 'ALL_OLD',
          })
          .send();
        reserved = Attributes && fromItem(Attributes);
      });
      return reserved ? { reserved } : { refused: outcome === 'committed' ? undefined : outcome };
    },
  };
}
