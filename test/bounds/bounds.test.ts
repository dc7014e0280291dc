import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { Catalog } from '../../src/catalog/entry.ts';
import type { Field, QuantityField } from '../../src/catalog/field.ts';
import { type Kind, kinds } from '../../src/catalog/kinds.ts';
import { dependenceOf } from '../../src/dependence/dependence.ts';
import type { Architecture } from '../../src/flow/architecture.ts';
import { InputError } from '../../src/flow/problems.ts';
import { availabilityAt } from '../../src/force/availability.ts';
import { costOf } from '../../src/programme/cost.ts';
import { costUncertainty } from '../../src/programme/cost-uncertainty.ts';
import { fieldingOf } from '../../src/programme/fielding.ts';
import { loadScenario } from '../../src/read/load-scenario.ts';
import { scenarioJsonSchema } from '../../src/read/schema.ts';
import { storyOf } from '../../src/run/answer.ts';
import { simulate } from '../../src/run/drive.ts';
import { prepare } from '../../src/run/prepare.ts';
import { networkLoad } from '../../src/transport/load.ts';
import { networkReport } from '../../src/transport/network-report.ts';
import { tell } from '../../src/words/words.ts';
import { testCatalog } from '../fixtures/catalog.ts';
import { bases, edgeGeometries } from './bases.ts';
import { type BoundCase, boundCases, boundedFields } from './bound-cases.ts';

const catalog = testCatalog();
const schema = scenarioJsonSchema();
const cases = bases.flatMap((base) => boundCases(schema, base));

/** All that a run computes, with few draws: one raid and its story, networks, cost with ranges, fielding, dependence. */
function computeAll(architecture: Architecture): void {
  const prepared = prepare(architecture);
  simulate(prepared, 0, 1);
  storyOf(prepared, 0, 0);
  const { force } = prepared;
  const availabilityOf = (trial: number) => availabilityAt(force, architecture, trial);
  for (const transport of prepared.transports.slice(0, 1))
    networkReport(transport, { timesS: [0], availabilityOf, stated: force.stated });
  const { messages } = architecture;
  for (const transport of messages ? prepared.transports.slice(0, 1) : [])
    networkLoad(transport, { timesS: [0], messages: messages!, availability: force.stated });
  const cost = costOf(architecture);
  costUncertainty(architecture, { trials: 10 });
  if (architecture.launch.launchers.length > 0) fieldingOf(architecture, { trials: 2 });
  if (architecture.partners) dependenceOf(architecture, cost);
}

/** What is wrong with how a scenario is taken: nothing where it runs, or is refused with a line for every problem. */
function faultOf(document: unknown, from: Catalog = catalog): string | undefined {
  try {
    computeAll(loadScenario(stringify(document), from, { file: 'case.yaml' }));
  } catch (error) {
    if (!(error instanceof InputError)) return String(error);
    const placeless = error.problems.find(({ line, column }) => line === undefined || column === undefined);
    if (placeless) return `no line: ${placeless.path}: ${tell(placeless.said)}`;
  }
  return undefined;
}

/** A scenario's own entries, sites and edges have the shapes of the catalog, which are tried in the lists and books; no model reads prices by market; no base flies a file. */
const OWN = /^(catalog\.|sites\[\]|partners\.|launch\.override\[\]\.prices|\w+\[\]\.elements\.)/;

test('every bounded number of the schema is tried', () => {
  const tried = new Set(cases.map(({ field }) => field));
  expect(boundedFields(schema).filter((field) => !tried.has(field) && !OWN.test(field))).toEqual([]);
});

test('the bases run as they are', () => {
  for (const base of bases) computeAll(loadScenario(stringify(base), catalog, { file: 'base.yaml' }));
});

describe('a number at an end of its bounds runs, or is refused at its line', () => {
  const known = new Set<string>();
  const isNew = ({ use, name }: BoundCase) => {
    const key = `${use} ${name.replace(/\[\d+\]/g, '[]')}`; // the same field of the same entry was in an earlier base
    return !known.has(key) && known.add(key);
  };
  const once = cases.filter(isNew).map((each) => ({ ...each, list: each.name.split(/[.[]/)[0] }));

  test.each([...new Set(once.map(({ list }) => list))])('%s', (wanted) => {
    const faults = once
      .filter(({ list }) => list === wanted)
      .flatMap(({ name, document }) => faultOf(document)?.replace(/^/, `${name}: `) ?? []);
    expect(faults).toEqual([]);
  });

  test('there are many', () => {
    expect(known.size).toBeGreaterThan(800);
  });
});

describe('edge geometries', () => {
  test.each(Object.keys(edgeGeometries))('%s: runs, or is refused at its line', (name) => {
    expect(faultOf(edgeGeometries[name])).toBeUndefined();
  });
});

describe('books that a scenario only names', () => {
  const [, , rest] = bases;

  test.each(['partners', 'economy', 'sites'] as const)('numbers of %s at their bounds', (kind) => {
    const faults: string[] = [];
    for (const { name, changed } of catalogCases(kind)) {
      const fault = faultOf(rest, changed);
      if (fault && !fault.startsWith('no line')) faults.push(`${name}: ${fault}`);
    }
    expect(faults).toEqual([]);
  });
});

/** The catalog with one number of one kind at an end of its bounds: in all entries, and in the first item of lists or in all of them. */
function catalogCases(kind: Kind): { name: string; changed: Catalog }[] {
  const found: { name: string; changed: Catalog }[] = [];
  const add = (name: string, field: QuantityField, set: (fields: Record<string, unknown>, end: number) => void) => {
    for (const end of [field.min, field.max]) {
      const changed = structuredClone(catalog);
      for (const entry of Object.values(changed.entries[kind])) set(entry.fields, end);
      found.push({ name: `${kind}.${name} = ${end}`, changed });
    }
  };
  for (const [name, field] of Object.entries(kinds[kind] as Record<string, Field>)) {
    if (field.kind === 'quantity') add(name, field, (fields, end) => replaceValue(fields, name, end));
    if (field.kind !== 'list') continue;
    for (const [key, inner] of Object.entries(field.item)) {
      if (inner.kind !== 'quantity') continue;
      const items = (fields: Record<string, unknown>) => (fields[name] ?? []) as Record<string, unknown>[];
      add(`${name}[0].${key}`, inner, (fields, end) => {
        for (const item of items(fields).slice(0, 1)) replaceValue(item, key, end);
      });
      add(`${name}[].${key}`, inner, (fields, end) => {
        for (const item of items(fields)) replaceValue(item, key, end);
      });
    }
  }
  return found;
}

/** Sets the value of a sourced number and drops its range. */
function replaceValue(fields: Record<string, unknown>, name: string, value: number): void {
  const sourced = { source: 'cbo-2026', where: 'test', basis: 'assumption', ...(fields[name] as object), value };
  fields[name] = { ...sourced, low: undefined, high: undefined };
}
