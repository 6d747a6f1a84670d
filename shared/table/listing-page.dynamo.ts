import { QueryCommand, type QueryCommandOutput } from '@aws-sdk/lib-dynamodb';
import type { Page, PageRequest } from '#shared/core/page.ts';
import type { ControlPlaneTable } from './control-plane-table.ts';
import { limitOf, pageOf } from './page-of.ts';

type Item = NonNullable<QueryCommandOutput['Items']>[number];

/** A page of one partition of the listing index; `keyOf` is the sort key that an element has there. One query. */
export async function listingPage<T>(
  table: ControlPlaneTable,
  partition: string,
  page: PageRequest,
  read: (item: Item) => T,
  keyOf: (element: T) => string,
): Promise<Page<T>> {
  const continued = page.after !== undefined;
  const { Items = [], LastEvaluatedKey } = await table.getDocumentClient().send(
    new QueryCommand({
      TableName: table.getName(),
      IndexName: 'listing',
      KeyConditionExpression: continued ? 'listPk = :partition AND listSk > :after' : 'listPk = :partition',
      ExpressionAttributeValues: continued ? { ':partition': partition, ':after': page.after } : { ':partition': partition },
      Limit: limitOf(page),
    }),
  );
  return pageOf(Items.map(read), page, LastEvaluatedKey !== undefined, keyOf);
}
