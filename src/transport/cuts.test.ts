import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addLink, emptyLinks, graphOf } from '../num/shortest-path-graph.ts';
import { cableCut } from './cuts.ts';
import type { Outages } from './outages.ts';
import type { Transport } from './transport.ts';

const SITES = 6;

interface Line {
  a: number;
  b: number;
  cable?: string;
}

/** Sites on the fibre alone, joined by lines on land and by sections of cables. */
function transportOf(fibreLines: Line[]): Transport {
  const links = emptyLinks();
  for (const { a, b } of fibreLines) addLink(links, a, b, 1);
  const nodes = { firstFibre: 0, firstGateway: 0, firstEnd: SITES };
  return { graph: graphOf(SITES, links), fibreLines, networks: [], ...nodes } as unknown as Transport;
}

const outages = { networkOut: new Uint8Array(0), fibreOut: new Uint8Array(SITES) } as unknown as Outages;
const cutOf = (lines: Line[]) => cableCut(transportOf(lines), { source: 0, target: SITES - 1 }, outages);

/** Whether the first and the last site are joined by what stands, tried line by line. */
function isJoined(lines: Line[], gone: readonly string[]): boolean {
  const reached = new Set([0]);
  const stands = lines.filter(({ cable }) => cable === undefined || !gone.includes(cable));
  for (let round = 0; round < SITES; round++)
    for (const { a, b } of stands) if (reached.has(a) || reached.has(b)) reached.add(a).add(b);
  return reached.has(SITES - 1);
}

/** Size of the smallest set by trying all; null where all cables do not do. */
function leastByTrial(lines: Line[], most: number): number | null {
  const cables = [...new Set(lines.flatMap(({ cable }) => cable ?? []))];
  let least: number | null = null;
  for (let set = 0; set < 1 << cables.length; set++) {
    const gone = cables.filter((_, i) => (set >> i) & 1);
    if (gone.length <= Math.min(most, least ?? most) && !isJoined(lines, gone)) least = gone.length;
  }
  return least;
}

const lines = fc.array(
  fc.record({
    a: fc.nat(SITES - 1),
    b: fc.nat(SITES - 1),
    cable: fc.option(fc.constantFrom('p', 'q', 'r', 's', 't', 'u'), { nil: undefined, freq: 5 }),
  }),
  { maxLength: 14 },
);

test('the least cut of cables is that of trying every set, and cuts', () => {
  fc.assert(
    fc.property(lines, (drawn) => {
      const given = drawn.filter(({ a, b }) => a !== b);
      const found = cutOf(given);
      expect(found?.length ?? null).toBe(leastByTrial(given, 3));
      if (found) expect(isJoined(given, found)).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test('a cable beside a line on land cuts nothing, two side by side have to go together', () => {
  const ends = { a: 0, b: SITES - 1 };
  expect(cutOf([{ ...ends, cable: 'p' }, ends])).toBeNull();
  expect(
    cutOf([
      { ...ends, cable: 'p' },
      { ...ends, cable: 'q' },
    ]),
  ).toEqual(['p', 'q']);
  expect(cutOf([])).toEqual([]);
});
