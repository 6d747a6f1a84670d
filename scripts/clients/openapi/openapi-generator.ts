import { copyFile, cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientCheck } from '../client-check.ts';
import { command } from '../command.ts';
import { pythonWith } from '../python/environment.ts';
import { documentOf, documents, replay } from './replay.ts';

/** The package has the Java program. */
const openapiGenerator = 'openapi-generator-cli==7.25.0';
/** Leaves out tests and descriptions. */
const codeOnly = 'apiTests=false,modelTests=false,apiDocs=false,modelDocs=false';
const program = (name: string): string => join(import.meta.dirname, 'programs', name);

/** Generates a client of each document. Returns the Python in whose environment the generator is. */
async function generate(
  folder: string,
  generator: string,
  optionsFor: (name: string) => readonly string[],
  further: readonly string[] = [],
) {
  const python = await pythonWith(folder, [openapiGenerator, ...further]);
  for (const name of documents) {
    const given = ['generate', '-g', generator, '-i', documentOf(name), '--global-property', codeOnly, ...optionsFor(name)];
    await command(join(folder, 'environment/bin/openapi-generator-cli'), given, { cwd: folder });
  }
  return python;
}

export const openapiGeneratorGo: ClientCheck = {
  name: 'Go: OpenAPI by openapi-generator',
  commands: ['go', 'java', 'python3'],
  run: async ({ folder }) => {
    await generate(folder, 'go', (name) => ['-o', name, '--additional-properties', `packageName=${name},withGoMod=false`]);
    const go = (...given: string[]) => command('go', given, { cwd: folder });
    await go('mod', 'init', 'replay');
    await copyFile(program('openapi-generator.go'), join(folder, 'main.go'));
    return replay(folder, () => go('run', '.'));
  },
};

export const openapiGeneratorJava: ClientCheck = {
  name: 'Java: OpenAPI by openapi-generator',
  commands: ['java', 'mvn', 'python3'],
  run: async ({ folder }) => {
    const packages = (name: string) =>
      `invokerPackage=${name},apiPackage=${name}.api,modelPackage=${name}.model,openApiNullable=false,containerDefaultToNull=true`;
    await generate(folder, 'java', (name) => ['--library', 'native', '-o', `of-${name}`, '--additional-properties', packages(name)]);
    const sources = join(folder, 'src/main/java');
    await mkdir(sources, { recursive: true });
    for (const name of documents) await cp(join(folder, `of-${name}/src/main/java`), sources, { recursive: true });
    await copyFile(program('Replay.java'), join(sources, 'Replay.java'));
    await copyFile(program('pom.xml'), join(folder, 'pom.xml'));
    const maven = (...given: string[]) => command('mvn', ['--batch-mode', '--quiet', ...given], { cwd: folder });
    await maven('compile');
    return replay(folder, () => maven('exec:java'));
  },
};

export const openapiGeneratorPython: ClientCheck = {
  name: 'Python: OpenAPI by openapi-generator',
  commands: ['java', 'python3'],
  run: async ({ folder }) => {
    const needed = ['urllib3==2.7.0', 'python-dateutil==2.9.0.post0', 'pydantic==2.13.4', 'typing-extensions==4.15.0'];
    const python = await generate(folder, 'python', (name) => ['-o', '.', '--package-name', name], needed);
    await copyFile(program('openapi_generator.py'), join(folder, 'replay.py'));
    return replay(folder, () => python('replay.py'));
  },
};
