import { $get } from 'dynamodb-toolbox/entity/actions/update';
import type { SystemAuth } from '#shared/pairing/system-auth.ts';
import type { StoredItem } from '#shared/table/attributes.ts';
import { updateWhere } from '#shared/table/write.dynamo.ts';
import { both, exists, latestIs } from './system-auth-conditions.dynamo.ts';
import { fromItem, keyOf, listedByEnd, type SystemAuthEntity, type systemAuthEntity } from './system-auth-entity.dynamo.ts';

/**
 * Reads an item as a System Auth that can be changed, and completes an item of an earlier release by one more write. Release 0.1.0 wrote it without
 * two maps, to which DynamoDB adds a certificate only if they are there; before 0.3.0 a certificate was in no list by its end.
 */
export const systemAuthOf =
  (auths: SystemAuthEntity) =>
  async (item: StoredItem<typeof systemAuthEntity>): Promise<SystemAuth> => {
    const auth = fromItem(item);
    const { certificate, owner, id } = auth;
    const isUnlisted = certificate !== undefined && item.listPk === undefined;
    if (!item.retired || !item.suspected || isUnlisted) {
      const maps = { retired: $get('retired', {}), suspected: $get('suspected', {}) };
      const listed = isUnlisted ? listedByEnd(owner, id, certificate) : {};
      await updateWhere(
        auths,
        { ...keyOf(owner, id), ...maps, ...listed },
        isUnlisted ? both(exists, latestIs(certificate.fingerprint)) : exists,
      );
    }
    return auth;
  };
