import { stringify } from 'yaml';
import { asyncApiDocument } from './asyncapi-document.ts';

const comment = '# Generated from the catalogue of events by `npm run schemas`; do not edit.\n';

/** The AsyncAPI document as it is published. */
export const asyncApiText = (): string => comment + stringify(asyncApiDocument(), { aliasDuplicateObjects: false, lineWidth: 0 });
