import { $get } from 'dynamodb-toolbox/entity/actions/update';
import type { SystemAuth } from '#shared/pairing/system-auth.ts';
import type { StoredItem } from '#shared/table/attributes.ts';
import { updateWhere } from '#shared/table/write.dynamo.ts';
import { exists } from './system-auth-conditions.dynamo.ts';
import { fromItem, keyOf, type SystemAuthEntity, type systemAuthEntity } from './system-auth-entity.dynamo.ts';

/**
 * Reads an item as a System Auth that can be changed. An item of release 0.1.0 lacks two maps; they are added by one more write, because
 * DynamoDB adds a certificate only to a map that is there.
 */
export const systemAuthOf =
  (auths: SystemAuthEntity) =>
  async (item: StoredItem<typeof systemAuthEntity>): Promise<SystemAuth> => {
    const auth = fromItem(item);
    if (!item.retired || !item.suspected) {
      const maps = { retired: $get('retired', {}), suspected: $get('suspected', {}) };
      await updateWhere(auths, { ...keyOf(auth.owner, auth.id), ...maps }, exists);
    }
    return auth;
  };
