import { expect, test } from 'vitest';
import { shippedScenario } from '../../test/fixtures/shipped-scenario.ts';
import { drawTable, valuesOf } from '../programme/drawn-architecture.ts';
import { flyableDraw } from './flyable-draw.ts';

const architecture = shippedScenario('mixed-raid');
const table = drawTable(architecture, 16);
const draws = Array.from({ length: 16 }, (_, i) => flyableDraw(architecture, table, i + 1));
const range = table.inputs.findIndex(({ elements, path }) => elements.includes('glider') && path === 'maxRangeKm');

test('a missile whose range was drawn too short for its way is drawn again, and no other number moves', () => {
  const again = draws.flatMap((drawn, i) => (drawn?.redrawn ? [{ draw: i + 1, redrawn: drawn.redrawn }] : []));
  expect(again.length).toBeGreaterThan(8);
  for (const { draw, redrawn } of again) {
    expect(redrawn[range]).toBeGreaterThan(8000); // from Siberia to Seattle
    const before = valuesOf(table, draw);
    const moved = table.inputs.filter((_, i) => redrawn[i] !== before[i]).flatMap(({ elements }) => elements);
    const own = moved.every((id) => architecture.threats.some((threat) => threat.id === id));
    expect([moved.length > 0, own]).toEqual([true, true]);
  }
});

test('every draw of a raid that its classes can fly is flown, the same each time', () => {
  expect(draws.every((drawn) => drawn?.prepared.flights.length === 14)).toBe(true);
  expect(flyableDraw(architecture, table, 3)?.redrawn).toEqual(draws[2]?.redrawn);
});

test('numbers that fly the raid stay as drawn', () => {
  const kept = draws.findIndex((drawn) => !drawn?.redrawn);
  expect(kept).toBeGreaterThanOrEqual(0);
  const glider = draws[kept]!.architecture.threats.find(({ id }) => id === 'glider')!;
  expect(glider.maxRangeKm).toBe(valuesOf(table, kept + 1)[range]);
});

test('a raid that no numbers of its class fly has no draw', () => {
  const far = { ...table, inputs: table.inputs.map((input, i) => (i === range ? { ...input, high: 7000 } : input)) };
  const drawn = Array.from({ length: 3 }, (_, i) => flyableDraw(architecture, far, i + 1));
  expect(drawn).toEqual([null, null, null]);
});
