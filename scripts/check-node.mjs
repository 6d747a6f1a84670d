import module from 'node:module';

// Plain JavaScript, because the versions that it refuses cannot read TypeScript.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Node ${process.versions.node} is too old: npm brings Node 24 along on Linux; here install Node 22.18 or later, or run "npm ci" with optional dependencies.`,
  );
  process.exit(1);
}

// The commands load a thousand files of TypeScript. Node keeps what it compiled, also for the processes that they start.
const { directory } = module.enableCompileCache(new URL('../node_modules/.cache/compass/compiled', import.meta.url).pathname);
if (directory) process.env.NODE_COMPILE_CACHE = directory;
