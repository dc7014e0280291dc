import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { scenarioSchema } from '../src/read/schema.ts';

type Path = (string | number)[];

// the shipped file, which editors read, and the schema that the command holds a scenario against
const shipped = new Ajv({ strict: false, logger: false }).compile(
  JSON.parse(readFileSync('cupola.schema.json', 'utf8')),
);
const scenarios = ['scenarios', 'examples'].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => `${folder}/${file}`),
);
const written = scenarios
  .map((file) => [file, parse(readFileSync(file, 'utf8')) as Record<string, unknown>] as const)
  .filter(([, value]) => 'epochUtc' in value);

/** What the command says of the form; rules between keys, such as `low` above `value`, no JSON Schema can tell. */
function isOfForm(value: unknown): boolean {
  const checked = scenarioSchema.safeParse(value);
  return checked.success || checked.error.issues.every(({ code }) => code === 'custom');
}

function paths(value: unknown, above: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [above];
  return [
    above,
    ...Object.entries(value).flatMap(([key, inner]) =>
      paths(inner, [...above, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

function changedAt(
  root: unknown,
  path: Path,
  change: (parent: Record<string | number, unknown>, key: string | number) => void,
): unknown {
  const copy = structuredClone(root);
  let parent = copy as Record<string | number, unknown>;
  for (const part of path.slice(0, -1)) parent = parent[part] as Record<string | number, unknown>;
  change(parent, path.at(-1)!);
  return copy;
}

test.each(written)('%s is good for the shipped schema and for the command', (_file, scenario) => {
  expect(isOfForm(scenario)).toBe(true);
  expect(shipped(scenario), JSON.stringify(shipped.errors)).toBe(true);
});

const MUTATED = ['golden-dome', 'mixed-raid', 'networks', 'layer-with-events', 'interceptor-mesh'];
const mutated = written.filter(([file]) => MUTATED.some((name) => file.endsWith(`/${name}.yaml`)));

test.each(mutated)(
  'both judge alike what is misspelt, left out, of another kind or out of range in %s',
  (_file, scenario) => {
    const bad = [-1e15, 1e15, 1.5, 80, 0, '80%', 'Ä', '', true, null, [], {}];
    for (const path of paths(scenario).slice(1)) {
      const variants = bad.map((value) =>
        changedAt(scenario, path, (parent, key) => Object.assign(parent, { [key]: value })),
      );
      if (typeof path.at(-1) === 'string')
        variants.push(
          changedAt(scenario, path, (parent, key) => void delete parent[key]),
          changedAt(scenario, path, (parent, key) => {
            parent[`${key}s`] = parent[key];
            delete parent[key];
          }),
        );
      for (const [i, variant] of variants.entries())
        expect(shipped(variant), `${path.join('.')}, variant ${i}: ${JSON.stringify(variant).slice(0, 300)}`).toBe(
          isOfForm(variant),
        );
    }
  },
);
