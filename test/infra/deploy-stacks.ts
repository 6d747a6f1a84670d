import type { Template } from '#infra/synthesize-templates.ts';

/** The stacks in an order in which `cdk deploy --all` takes them: `deployment-order.test.ts`. */
export const order = ['observability', 'stateful', 'notifications', 'specifications', 'trust', 'upkeep', 'api', 'provisioning'];

/** The same with the stack that only some stages have. */
const withFirewall = order.toSpliced(order.indexOf('api'), 0, 'firewall');

/** Templates by the names of their stacks, without the deployment's prefix. */
export type Deployed = Readonly<Record<string, Template>>;

const exportsOf = ({ Outputs = {} }: Template): string[] =>
  Object.values(Outputs).flatMap(({ Export }) => (Export ? [JSON.stringify(Export.Name)] : []));

const importsOf = (template: Template): Set<string> =>
  new Set([...JSON.stringify(template).matchAll(/"Fn::ImportValue":("(?:[^"\\]|\\.)*")/g)].map(([, name = '']) => name));

/**
 * Deploys stacks one after the other, as CloudFormation would; a stack that is not there any more stays deployed. Throws where an export is missing,
 * or would go while another stack imports it.
 */
export function deploy(before: Deployed, after: Deployed, only: readonly string[] = withFirewall): Deployed {
  let now = before;
  for (const stack of withFirewall.filter((name) => only.includes(name))) {
    const next = after[stack];
    if (!next && stack === 'firewall') continue;
    if (!next) throw new Error(`no stack ${stack}`);
    const others = Object.entries(now).filter(([name]) => name !== stack);
    const offered = new Set(others.flatMap(([, template]) => exportsOf(template)));
    for (const name of importsOf(next)) if (!offered.has(name)) throw new Error(`${stack} imports ${name}, which no stack exports`);
    const kept = new Set(exportsOf(next));
    const lost = exportsOf(now[stack] ?? next).filter((name) => !kept.has(name));
    for (const [name, template] of others) {
      const used = lost.find((one) => importsOf(template).has(one));
      if (used) throw new Error(`${stack} cannot drop ${used}, which ${name} imports`);
    }
    now = { ...now, [stack]: next };
  }
  return now;
}
