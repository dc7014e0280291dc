/** Numbers that no missile of a kind has together: which fields, and what was expected of them. */
export interface ClassFault {
  /** The field to change first comes first. */
  fields: readonly string[];
  /** Such as `a number above 0`. */
  expected: string;
}

/** The first of some fields that is given and not above 0. */
export function notPositive(missile: object, fields: readonly string[]): ClassFault | null {
  const values = missile as Record<string, number | undefined>;
  const field = fields.find((name) => values[name] !== undefined && !(values[name] > 0));
  return field ? { fields: [field], expected: 'a number above 0' } : null;
}

/** @throws RangeError that says the fault, where there is one */
export function refuseFault(missile: object, fault: ClassFault | null): void {
  if (!fault) return;
  const values = missile as Record<string, number | undefined>;
  throw new RangeError(
    `expected ${fault.expected}: ${fault.fields.map((name) => `${name} ${values[name]}`).join(', ')}`,
  );
}
