import type { GraphQLResolveInfo } from 'graphql';
import { type Application, descriptionFields } from '#shared/applications/application.ts';
import type { LabelFilter } from '#shared/labels/label-filter.ts';
import { fieldsOfPage } from './selected-parts.ts';

type Attribute = keyof Application;

/** The attributes of the fields that need nothing but attributes. */
const attributesOf: Readonly<Record<string, readonly Attribute[]>> = {
  __typename: [],
  id: [],
  name: ['name'],
  status: ['status'],
  integrationSystemID: ['integrationSystemID'],
  applicationTemplateID: ['applicationTemplateID'],
  labels: ['labels', 'formations'],
  createdAt: ['createdAt'],
  updatedAt: ['updatedAt'],
  ...Object.fromEntries(descriptionFields.map((name) => [name, [name]])),
};

/** The attributes that a page of Applications needs; undefined if it needs all, because a field reads more. */
export function attributesOfPage(info: GraphQLResolveInfo, filters: readonly LabelFilter[]): Attribute[] | undefined {
  const needed = new Set<Attribute>(filters.length === 0 ? ['id'] : ['id', 'labels', 'formations']);
  for (const { name } of fieldsOfPage(info)) {
    const attributes = Object.hasOwn(attributesOf, name.value) ? attributesOf[name.value] : undefined;
    if (!attributes) return undefined;
    for (const attribute of attributes) needed.add(attribute);
  }
  return [...needed];
}
