import { $add, $get, $remove, $set } from 'dynamodb-toolbox/entity/actions/update';
import { concurrentUpdate, notFound } from '#shared/core/errors.ts';
import { isUnusedSuccessor } from '#shared/pairing/system-auth.ts';
import type { SystemAuthRepository } from '#shared/pairing/system-auth-repository.ts';
import { updateAndRead, updateWhere } from '#shared/table/write.dynamo.ts';
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
import { forgottenAt, keyOf, type SystemAuthEntity } from './system-auth-entity.dynamo.ts';
import { systemAuthOf } from './system-auth-of.dynamo.ts';
import { knownOf, nameOf, systemAuthWrites } from './system-auth-writes.dynamo.ts';

type TokenWrites = Pick<SystemAuthRepository, 'exchangeToken' | 'replaceToken' | 'giveToken' | 'removeToken' | 'reserveToken'>;

/** Writes of the one-time token of a System Auth. */
export function tokenWrites(auths: SystemAuthEntity): TokenWrites {
  const { note, updateOrRead } = systemAuthWrites(auths);
  const read = systemAuthOf(auths);

  return {
    exchangeToken: (owner, id, presented, next) =>
      updateOrRead(
        { ...keyOf(owner, id), version: $add(1), token: $set({ ...next }), changedBy: nameOf(owner) },
        both(tokenIs(presented, next.issuedAt), tokenIsUnused),
        ({ token }) => token?.digest === next.digest,
      ),

    replaceToken: async (auth, next, presented) => {
      const { owner, id } = auth;
      if (isUnusedSuccessor(auth, presented.fingerprint))
        await note(owner, id, { certificate: { usedAt: next.issuedAt } }, latestIs(presented.fingerprint));
      const change = {
        ...keyOf(owner, id),
        version: $add(1),
        token: $set({ ...next }),
        tokenTerms: $set({ presented: { fingerprint: presented.fingerprint, ...knownOf(presented) } }),
        changedBy: nameOf(owner),
      };
      if (!(await updateOrRead(change, { and: [exists, tokenGivesWay(next.issuedAt), isNotRevoked(presented.fingerprint)] })))
        throw notFound('systemAuth', id);
    },

    giveToken: async ({ owner, id, certificate }, next, terms, changedBy) => {
      const paired = certificate !== undefined;
      const change = {
        ...keyOf(owner, id),
        version: $add(1),
        token: $set({ ...next }),
        tokenTerms: terms ? $set({ ...terms }) : $remove(),
        ...(paired ? {} : { expiresAt: forgottenAt(next) }),
        changedBy,
      };
      const outcome = await updateOrRead(change, paired ? exists : both(exists, hasNoCertificate));
      if (outcome !== 'committed') throw outcome ? concurrentUpdate() : notFound('systemAuth', id);
    },

    removeToken: async (owner, id) => {
      await updateWhere(auths, { ...keyOf(owner, id), version: $add(1), token: $remove() }, exists);
    },

    reserveToken: async (owner, id, { digest, csrDigest, keyThumbprint, now }) => {
      const change = {
        ...keyOf(owner, id),
        version: $add(1),
        token: { csrDigest, usedAt: $get('token.usedAt', now) },
        changedBy: nameOf(owner),
      };
      const condition = {
        and: [tokenIs(digest, now), either(tokenIsUnused, tokenIsTiedTo(csrDigest)), tokenAllowsKey(keyThumbprint)],
      };
      const outcome = await updateAndRead(auths, change, condition);
      return outcome.isWritten ? { reserved: await read(outcome.item) } : { refused: outcome.found && (await read(outcome.found)) };
    },
  };
}
