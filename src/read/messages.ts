import type { Catalog } from '../catalog/entry.ts';
import type { MessagePlan } from '../flow/architecture.ts';

/** The classes of messages of the catalog, for a scenario that states none. */
export function defaultMessages({ entries }: Catalog): MessagePlan[] {
  return Object.values(entries.messages).map(({ id, name, fields }) => {
    const values = Object.entries(fields).map(([key, field]) => {
      const isNumber = typeof field === 'object' && field !== null && 'value' in field;
      return [key, isNumber ? (field as { value: unknown }).value : field];
    });
    return { id, name, entry: id, ...Object.fromEntries(values) } as MessagePlan;
  });
}
