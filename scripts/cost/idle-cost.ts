import type { Template } from '#infra/synthesize-templates.ts';
import { add, dollarsOf, entriesOf, freePartOf, type PriceName, type Quantities, sumOf } from './price-list.ts';
import { free, priced } from './resource-prices.ts';

interface PricedResource {
  readonly stack: string;
  readonly id: string;
  readonly type: string;
  readonly quantities: Quantities;
  readonly dollars: number;
}

export interface IdleCost {
  /** Resources that cost something, the most expensive first. */
  readonly resources: readonly PricedResource[];
  /** Types of the templates that cost nothing, with the reason. */
  readonly free: Readonly<Record<string, string>>;
  /** Free allowances of an account, by price. */
  readonly allowances: readonly { readonly price: PriceName; readonly quantity: number; readonly dollars: number }[];
  /** Dollars a month by the list. */
  readonly list: number;
  /** Dollars a month in an account that has nothing else. */
  readonly billed: number;
}

/** Prices the templates of a deployment in a month without a call. Throws for a type of resource that is neither priced nor free. */
export function idleCostOf(templates: Readonly<Record<string, Template>>): IdleCost {
  const all = Object.entries(templates).flatMap(([stack, template]) =>
    Object.entries(template.Resources).map(([id, resource]) => ({ stack, id, template, resource, type: resource.Type })),
  );
  const unknown = [...new Set(all.map(({ type }) => type))].filter((type) => !Object.hasOwn(priced, type) && !Object.hasOwn(free, type));
  if (unknown.length > 0)
    throw new Error(`${unknown.join(', ')}: add a price, or the reason why there is none, to scripts/cost/resource-prices.ts`);

  const resources = all.flatMap(({ stack, id, template, resource, type }) => {
    const quantities = priced[type]?.(resource, template) ?? {};
    const dollars = sumOf(quantities);
    return dollars > 0 ? [{ stack, id, type, quantities, dollars }] : [];
  });
  const total = add(...resources.map(({ quantities }) => quantities));
  const allowances = entriesOf(total).flatMap(([price, quantity]) => {
    const part = freePartOf(price, quantity);
    return part > 0 ? [{ price, quantity: part, dollars: dollarsOf(price, part) }] : [];
  });
  const list = sumOf(total);
  return {
    resources: resources.sort((a, b) => b.dollars - a.dollars),
    free: Object.fromEntries(Object.entries(free).filter(([type]) => all.some((one) => one.type === type))),
    allowances,
    list,
    billed: list - allowances.reduce((sum, { dollars }) => sum + dollars, 0),
  };
}
