import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientCheck } from '../client-check.ts';
import { pythonWith } from '../python/environment.ts';
import { documentOf, documents, replay } from './replay.ts';

/** Leaves batches of events out: beside another body, the generated code of an array of objects fails at each call. */
const settings = 'content_type_overrides: { application/cloudevents-batch+json: text/plain }\n';

export const openapiPythonClient: ClientCheck = {
  name: 'Python: OpenAPI by openapi-python-client',
  commands: ['python3'],
  run: async ({ folder }) => {
    const python = await pythonWith(folder, ['openapi-python-client==0.29.1', 'httpx==0.28.1', 'attrs==25.4.0']);
    await writeFile(join(folder, 'settings.yaml'), settings);
    for (const name of documents) {
      const given = ['--meta', 'none', '--config', 'settings.yaml', '--path', documentOf(name), '--output-path', name];
      await python('-m', 'openapi_python_client', 'generate', ...given);
    }
    await copyFile(join(import.meta.dirname, 'programs/openapi_python_client.py'), join(folder, 'replay.py'));
    return replay(folder, () => python('replay.py'));
  },
};
