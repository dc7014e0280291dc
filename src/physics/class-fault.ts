/** Numbers that no missile of a kind has together: which fields, and what was expected of them. */
export interface ClassFault {
  /** The field to change first comes first. */
  fields: readonly string[];
  rule: ClassRule;
  /** What the rule compares with, km or km/s. */
  limit?: number;
}

/** What the numbers of a class must be. */
export type ClassRule =
  | 'above-zero'
  | 'below-orbit'
  | 'ends-slower'
  | 'above-site'
  | 'above-glide'
  | 'levels-off'
  | 'flies-so-near'
  | 'comes-down';

/** The first of some fields that is given and not above 0. */
export function notPositive(missile: object, fields: readonly string[]): ClassFault | null {
  const values = missile as Record<string, number | undefined>;
  const field = fields.find((name) => values[name] !== undefined && !(values[name] > 0));
  return field ? { fields: [field], rule: 'above-zero' } : null;
}

/** @throws RangeError that says the fault, where there is one */
export function refuseFault(missile: object, fault: ClassFault | null): void {
  if (!fault) return;
  const values = missile as Record<string, number | undefined>;
  throw new RangeError(
    `${fault.rule}${fault.limit === undefined ? '' : ` ${fault.limit}`}: ${fault.fields.map((name) => `${name} ${values[name]}`).join(', ')}`,
  );
}
