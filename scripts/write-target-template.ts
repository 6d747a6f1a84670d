import { writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { targetAccountTemplate } from '#infra/runtime/target-account.ts';

writeFileSync(
  new URL('../docs/target-account.template.yaml', import.meta.url),
  stringify(targetAccountTemplate(), { aliasDuplicateObjects: false, lineWidth: 0 }),
);
