import type { Entity, InputItem, KeyInputItem } from 'dynamodb-toolbox/entity';
import type { Condition } from 'dynamodb-toolbox/entity/actions/parseCondition';
import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import type { Step } from './transact.ts';

// The steps of a transaction that write an object with an id and a version. Each throws ConcurrentUpdate if its condition fails.

/** Stores a new object. Condition: none with its key exists. */
export const insertStep = <E extends Entity>(entity: E, item: InputItem<E>): Step => ({
  write: entity
    .build(PutTransaction)
    .item(item)
    .options({ condition: conditionOf<E>({ attr: 'id', exists: false }) }),
});

/** Stores the next version of an object. Condition: the stored version is the expected one. */
export const replaceStep = <E extends Entity>(entity: E, next: InputItem<E>, expectedVersion: number): Step => ({
  write: entity
    .build(PutTransaction)
    .item(next)
    .options({ condition: versionIs<E>(expectedVersion) }),
});

/** Deletes an object. Condition: the stored version is the expected one. */
export const deleteStep = <E extends Entity>(entity: E, key: KeyInputItem<E>, expectedVersion: number): Step => ({
  write: entity
    .build(DeleteTransaction)
    .key(key)
    .options({ condition: versionIs<E>(expectedVersion) }),
});

const versionIs = <E extends Entity>(version: number) => conditionOf<E>({ attr: 'version', eq: version });

/** Conditions of an entity that is not known yet cannot be checked by type. */
const conditionOf = <E extends Entity>(condition: object) => condition as Condition<E>;
