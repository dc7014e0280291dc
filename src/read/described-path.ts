import { scenarioJsonSchema } from './schema.ts';

/** A part of a JSON Schema, as far as it is walked here. */
interface Part {
  description?: string;
  properties?: Record<string, Part>;
  items?: Part;
  anyOf?: Part[];
  allOf?: Part[];
  $ref?: string;
}

/** A key of the scenario file. */
export interface DescribedKey {
  /** As the reference writes it: `interceptors[].salvo`. */
  key: string;
  about: string;
}

/** Deepest keys are seven parts down; a schema that refers to itself ends here. */
const MOST_PARTS = 9;

/** What a place of a scenario is, by its path in a study: `interceptors.sbi.salvo`; undefined where the schema has no such key. */
export function describedPath(parts: readonly (string | number)[]): DescribedKey | undefined {
  const schema = scenarioJsonSchema() as Part;
  let place = schema;
  let key = '';
  for (const part of parts) {
    const inside = branchesOf(place, schema);
    const list = inside.find(({ items }) => items !== undefined);
    const next = inside.find(({ properties }) => properties && Object.hasOwn(properties, part));
    if (next) {
      place = next.properties![part];
      key = key === '' ? String(part) : `${key}.${part}`;
    } else if (list) {
      place = list.items!;
      key += '[]';
    } else return undefined;
  }
  return { key, about: aboutOf(place, schema) };
}

/** Every key of the scenario file whose last part is this word, such as `salvo`. */
export function keysNamed(word: string): DescribedKey[] {
  const schema = scenarioJsonSchema() as Part;
  const found = new Map<string, DescribedKey>();
  const walk = (part: Part, key: string, depth: number): void => {
    if (depth > MOST_PARTS) return;
    for (const branch of branchesOf(part, schema)) {
      for (const [name, inner] of Object.entries(branch.properties ?? {})) {
        const path = key === '' ? name : `${key}.${name}`;
        const about = aboutOf(inner, schema);
        if (name === word && about !== '') found.set(path, { key: path, about });
        walk(inner, path, depth + 1);
      }
      if (branch.items) walk(branch.items, `${key}[]`, depth + 1);
    }
  };
  walk(schema, '', 0);
  return [...found.values()];
}

/** A part itself, or its alternatives, references followed. */
function branchesOf(part: Part, root: Part): Part[] {
  const resolved = followed(part, root);
  const inner = resolved.anyOf ?? resolved.allOf;
  return inner ? inner.flatMap((each) => branchesOf(each, root)) : [resolved];
}

function aboutOf(part: Part, root: Part): string {
  if (part.description !== undefined) return part.description;
  const resolved = followed(part, root);
  return resolved.description ?? (resolved.allOf?.length === 1 ? aboutOf(resolved.allOf[0], root) : '');
}

function followed(part: Part, root: Part): Part {
  if (part.$ref === undefined) return part;
  const keys = part.$ref.replace('#/', '').split('/');
  const target = keys.reduce<unknown>((place, key) => (place as Record<string, unknown>)[key], root) as Part;
  return followed(target, root);
}
