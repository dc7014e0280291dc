/** One value at an end of its published bounds, in a document that is valid without it. */
export interface BoundCase {
  /** Such as `sensors[0].revisitS = 3600`. */
  name: string;
  /** The path with its numbers left out, such as `sensors[].revisitS`. */
  field: string;
  /** Entry of the catalog that the record with the field is made from. */
  use: string;
  document: Record<string, unknown>;
}

type Json = Record<string, unknown>;

interface Bound {
  path: (string | number)[];
  use: string;
  ends: number[];
}

/**
 * Every number that a JSON Schema bounds, at both of its ends, one at a time in a base document. Numbers of lists are tried in every
 * entry that the base has; those that it leaves out are added to their record.
 */
export function boundCases(schema: Json, base: Json): BoundCase[] {
  return boundsOf(schema, schema, base, [], '').flatMap(({ path, ends, use }) =>
    ends.map((end) => {
      const document = structuredClone(base);
      setAt(document, path, end);
      const name = `${pathText(path)} = ${end}`;
      return { name, field: pathText(path.map((part) => (typeof part === 'number' ? '' : part))), use, document };
    }),
  );
}

/** Every field of a JSON Schema that is a bounded number, lists as `[]`. */
export function boundedFields(schema: Json): string[] {
  const found = new Set<string>();
  const walk = (given: Json, path: string[]): void => {
    for (const branch of branchesOf(schema, given)) {
      if (endsOf(branch)) found.add(pathText(path));
      for (const [key, inner] of Object.entries((branch.properties ?? {}) as Json)) walk(inner as Json, [...path, key]);
      if (branch.items && !Array.isArray(branch.items)) walk(branch.items as Json, [...path, '']);
    }
  };
  walk(schema, []);
  return [...found];
}

function boundsOf(root: Json, given: Json, value: unknown, path: (string | number)[], use: string): Bound[] {
  return branchesOf(root, given).flatMap((branch): Bound[] => {
    const ends = endsOf(branch);
    if (ends) return typeof value === 'object' ? [] : [{ path, ends, use }];
    if (branch.properties && isRecord(value))
      return Object.entries(branch.properties as Json).flatMap(([key, inner]) =>
        boundsOf(root, inner as Json, value[key], [...path, key], String(value.use ?? use)),
      );
    if (branch.items && Array.isArray(value))
      return value.flatMap((item, i) => boundsOf(root, branch.items as Json, item, [...path, i], use));
    return [];
  });
}

/** What a schema may be: its references followed, its alternatives apart. A sourced number is tried as the plain one. */
function branchesOf(root: Json, given: Json): Json[] {
  if (typeof given.$ref === 'string')
    return branchesOf(root, (root.definitions as Record<string, Json>)[given.$ref.split('/').at(-1)!]);
  const several = (given.anyOf ?? given.oneOf ?? given.allOf) as Json[] | undefined;
  if (!several) return [given];
  return several.flatMap((each) => branchesOf(root, each)).filter((each) => !isSourced(each));
}

function isSourced({ properties }: Json): boolean {
  return isRecord(properties) && 'basis' in properties && 'value' in properties;
}

function endsOf({ type, minimum, maximum }: Json): number[] | undefined {
  if (type !== 'number' && type !== 'integer') return undefined;
  return [minimum, maximum].filter((end) => typeof end === 'number');
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function setAt(document: unknown, path: readonly (string | number)[], value: unknown): void {
  let at = document as Record<string | number, unknown>;
  for (const part of path.slice(0, -1)) at = at[part] as typeof at;
  at[path.at(-1)!] = value;
}

function pathText(path: readonly (string | number)[]): string {
  return path
    .map((part, i) => (typeof part === 'number' || part === '' ? `[${part}]` : `${i > 0 ? '.' : ''}${part}`))
    .join('');
}
