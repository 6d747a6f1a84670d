/** The value of a metric in one period; undefined where it has no data. */
type Value = number | undefined;

const tokens = /\s*([A-Za-z][A-Za-z0-9_]*|\d+(?:\.\d+)?|[-+*/(),])/gy;

/**
 * Evaluates the part of CloudWatch's metric math that the deployment uses: numbers, metrics, `+ - * /`, parentheses and `FILL(metric, number)`. As there,
 * an operation with a missing term has no value. Throws for everything else.
 */
export function evaluate(expression: string, metrics: Readonly<Record<string, Value>>): Value {
  const parts = [...expression.matchAll(tokens)].map(([, token]) => token ?? '');
  if (parts.join('') !== expression.replace(/\s/g, '')) throw new Error(`${expression} is not known here`);
  let at = 0;
  const take = (expected?: string): string => {
    const token = parts[at++] ?? '';
    if (expected !== undefined && token !== expected) throw new Error(`expected ${expected} in ${expression}, not ${token}`);
    return token;
  };
  const operand = (): Value => {
    const token = take();
    if (token === '(') return closed(sum());
    if (token === 'FILL') return fill();
    if (/^\d/.test(token)) return Number(token);
    if (!(token in metrics)) throw new Error(`${token} in ${expression} is no metric and not known here`);
    return metrics[token];
  };
  const closed = (value: Value): Value => {
    take(')');
    return value;
  };
  const fill = (): Value => {
    take('(');
    const value = sum();
    take(',');
    const filler = sum();
    return closed(value ?? filler);
  };
  const chain = (operators: Readonly<Record<string, (a: number, b: number) => number>>, next: () => Value) => (): Value => {
    let value = next();
    for (let apply = operators[parts[at] ?? '']; apply; apply = operators[parts[at] ?? '']) {
      take();
      const other = next();
      value = value === undefined || other === undefined ? undefined : apply(value, other);
    }
    return value;
  };
  const product = chain({ '*': (a, b) => a * b, '/': (a, b) => a / b }, operand);
  const sum = chain({ '+': (a, b) => a + b, '-': (a, b) => a - b }, product);
  const value = sum();
  if (at !== parts.length) throw new Error(`${expression} goes on where it should end`);
  return value;
}
