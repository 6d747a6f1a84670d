import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientCheck } from '../client-check.ts';
import { command, install } from '../command.ts';
import { documentOf, documents, replay } from './replay.ts';

const generator = 'github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.2';
/** The generated code imports it. */
const runtime = 'github.com/oapi-codegen/runtime@v1.9.0';

export const oapiCodegen: ClientCheck = {
  name: 'Go: OpenAPI by oapi-codegen',
  commands: ['go'],
  run: async ({ folder }) => {
    const go = (...given: string[]) => command('go', given, { cwd: folder });
    await install('go', ['install', generator], { cwd: folder, environment: { GOBIN: folder } });
    await go('mod', 'init', 'replay');
    for (const name of documents) {
      await mkdir(join(folder, name));
      const given = ['-generate', 'types,client', '-package', name, '-o', `${name}/client.go`, documentOf(name)];
      await command(join(folder, 'oapi-codegen'), given, { cwd: folder });
    }
    await install('go', ['get', runtime], { cwd: folder });
    await copyFile(join(import.meta.dirname, 'programs/oapi-codegen.go'), join(folder, 'main.go'));
    await go('mod', 'tidy');
    return replay(folder, () => go('run', '.'));
  },
};
