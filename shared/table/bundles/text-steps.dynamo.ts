import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import type { NewText, TextLocation, WithText } from '#shared/bundles/text.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import type { Step } from '#shared/table/transact.ts';
import { specEntity } from './bundle-entities.dynamo.ts';

/** The writes of texts in the table. Texts in the bucket are stored elsewhere. */
export function textSteps(table: ControlPlaneTable) {
  const specs = specEntity(table);
  const key = ({ tenant, applicationId, id: ownerId }: WithText) => ({ tenant, applicationId, ownerId });

  return {
    put: (text?: NewText): Step[] => {
      if (text?.data === undefined || !isItem(text)) return [];
      const { tenant, applicationId, ownerId, data } = text;
      return [{ write: specs.build(PutTransaction).item({ tenant, applicationId, ownerId, data }) }];
    },
    /** Deletes a text that its owner no longer refers to. */
    dropped: (next: WithText, previous: WithText): Step[] =>
      isItem(previous.text) && !isItem(next.text) ? [{ write: specs.build(DeleteTransaction).key(key(previous)) }] : [],
    /** Deletes the text without a condition: the owner may have been read before the text existed. */
    delete: (owner: WithText): Step => ({ write: specs.build(DeleteTransaction).key(key(owner)) }),
  };
}

const isItem = (location: TextLocation | undefined): boolean => location !== undefined && location.objectKey === undefined;
