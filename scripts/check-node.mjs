// Plain JavaScript, because the versions that it refuses cannot read TypeScript.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Node ${process.versions.node} is too old: npm brings Node 24 along on Linux; here install Node 22.18 or later, or run "npm ci" with optional dependencies.`,
  );
  process.exit(1);
}
