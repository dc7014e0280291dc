import { expect, test } from 'vitest';
import { spaceSensor, testArchitecture } from '../../test/fixtures/architecture.ts';
import { bookEdge as edge } from '../../test/fixtures/book-edge.ts';
import type { Architecture, PartnerBook } from '../flow/architecture.ts';
import { lossesOf } from './losses.ts';
import { type BookEdge, supplyGraph } from './supply-graph.ts';
import { sourcesFor } from './takeovers.ts';

const builds = (from: string, to: string, shareFraction: number, more: Partial<BookEdge> = {}) =>
  edge('builds', from, to, { group: 'makers', forFunction: 'watch', shareFraction, ...more });
const offer = (from: string, more: Partial<BookEdge> = {}) =>
  edge('provides', from, 'watch', { forFunction: 'watch', role: 'candidate', capacityPerYr: 60, delayYr: 2, ...more });

/** Two constellations of one function: 54 satellites that live five years, and 30 that live ten. */
function architectureOf(edges: BookEdge[]): Architecture {
  const shell = { planes: 6, altitudeKm: 1000, inclinationDeg: 80 };
  return testArchitecture({
    sensors: [
      spaceSensor({ id: 'many', shells: [{ ...shell, satellitesPerPlane: 9 }], lifeYr: 5 }),
      spaceSensor({ id: 'few', shells: [{ ...shell, satellitesPerPlane: 5 }], lifeYr: 10 }),
    ],
    partners: {
      id: 'book',
      name: 'book',
      members: ['a', 'b', 'c'].map((id) => ({ id, name: id.toUpperCase() })),
      functions: [{ id: 'watch', name: 'Watching' }],
      edges,
    } as PartnerBook,
  });
}

function sources(edges: BookEdge[], element: string, ...gone: string[]) {
  const architecture = architectureOf(edges);
  const graph = supplyGraph(architecture);
  const roots = new Set(gone);
  const losses = lossesOf(architecture, graph, roots);
  const loss = losses.find((each) => each.element.id === element)!;
  return sourcesFor(graph, loss, losses, roots).map(({ name, capacityPerYr, fromYr }) => [name, capacityPerYr, fromYr]);
}

test('elements of one function share a candidate by what each of them lost', () => {
  const edges = [builds('a', 'many', 0.5), builds('b', 'many', 0.5), builds('a', 'few', 1), offer('c')];
  // lost a year: half of 54 / 5, and all of 30 / 10
  expect(sources(edges, 'many', 'a')).toEqual([['C', expect.closeTo((60 * 5.4) / 8.4, 9), 2]]);
  expect(sources(edges, 'few', 'a')).toEqual([['C', expect.closeTo((60 * 3) / 8.4, 9), 2]]);
  expect(sources(edges, 'few', 'b')).toEqual([]); // that one lost nothing
});

test('a candidate that makes a part of it already offers the less by a third of what it takes', () => {
  const edges = [builds('a', 'many', 0.5), builds('b', 'many', 0.5), offer('b'), offer('c')];
  expect(sources(edges, 'many', 'a')).toEqual([
    ['B', expect.closeTo(60 - 10.8 / 3, 9), 2],
    ['C', 60, 2],
  ]);
});

test('makers that are left give what they have over their share; those who are gone, and small ones, nothing', () => {
  const edges = [
    builds('a', 'many', 0.5),
    builds('b', 'many', 0.25, { capacityPerYr: 10, delayYr: 1 }),
    builds('c', 'many', 0.25, { capacityPerYr: 2 }),
    offer('a'),
  ];
  expect(sources(edges, 'many', 'a')).toEqual([['B', expect.closeTo(10 - 10.8 / 4, 9), 1]]);
});
