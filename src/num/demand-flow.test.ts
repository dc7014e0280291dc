import fc from 'fast-check';
import loadHighs, { type Highs } from 'highs';
import { beforeAll, expect, test } from 'vitest';
import { greatestBeside, greatestFlow, greatestShare, type RatedNet } from './demand-flow.ts';

let highs: Highs;
beforeAll(async () => {
  highs = await (loadHighs as unknown as () => Promise<Highs>)();
});

type Arc = [from: number, to: number, rate: number];

function netOf(nodeCount: number, arcs: readonly Arc[]): RatedNet {
  return {
    nodeCount,
    arcCount: arcs.length,
    from: Int32Array.from(arcs, ([from]) => from),
    to: Int32Array.from(arcs, ([, to]) => to),
    rate: Float64Array.from(arcs, ([, , rate]) => rate),
  };
}

/** The same share by a linear programme: flow is kept at every node but the sink. */
function shareByProgramme(net: RatedNet, sink: number, fixed: number[], wanted: number[]): number {
  const rows: string[] = [];
  for (let v = 0; v < net.nodeCount; v++) {
    if (v === sink) continue;
    const terms = [`- ${wanted[v]} s`];
    for (let a = 0; a < net.arcCount; a++) {
      if (net.from[a] === net.to[a]) continue;
      if (net.from[a] === v) terms.push(`+ f${a}`);
      if (net.to[a] === v) terms.push(`- f${a}`);
    }
    rows.push(`n${v}: ${terms.join(' ')} = ${fixed[v]}`);
  }
  const bounds = Array.from(net.rate, (rate, a) => (rate < Infinity ? `0 <= f${a} <= ${rate}` : `f${a} >= 0`));
  const text = `Maximize\n obj: s\nSubject To\n ${rows.join('\n ')}\nBounds\n 0 <= s <= 1\n ${bounds.join('\n ')}\nEnd\n`;
  const found = highs.solve(text, { output_flag: false });
  return found.Status === 'Optimal' ? found.ObjectiveValue : 0;
}

test('a cut of three links of rate 4, 4 and 2 to one place', () => {
  const net = netOf(3, [
    [0, 1, 4],
    [1, 2, 4],
    [0, 2, 2],
  ]);
  // what leaves 0 is at most 6, and 1 has 4 for both
  expect(greatestShare(net, 2, [0, 0, 0], [6, 2, 0]).share).toBeCloseTo(0.75, 9);
  expect(greatestShare(net, 2, [0, 0, 0], [8, 0, 0]).cutArcs).toEqual([0, 2]);
  expect(greatestShare(net, 2, [0, 0, 0], [1, 0, 0], 100)).toEqual({ share: 6, cutArcs: expect.any(Array) });
  expect(greatestBeside(net, 2, [0, 2, 0], [6, 0, 0])).toBeCloseTo(4, 9);
  expect(greatestBeside(net, 2, [0, 0, 0], [8, 3, 0])).toBeCloseTo(6, 9);
  const all = greatestFlow(net, 2, [6, 2, 0]);
  expect(all.value).toBeCloseTo(6, 9);
  expect([...all.flow].every((flow, a) => flow <= net.rate[a])).toBe(true);
});

test('without a limit on any way all is carried, as many times as is asked', () => {
  const net = netOf(2, [[0, 1, Infinity]]);
  expect(greatestShare(net, 1, [0, 0], [3, 0], 1e6)).toEqual({ share: 1e6, cutArcs: [] });
});

test('the share is that of a linear programme, whatever the net', () => {
  const anyNet = fc.record({
    nodeCount: fc.integer({ min: 2, max: 6 }),
    arcs: fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant(Infinity))), {
      maxLength: 14,
    }),
    fixed: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }),
    wanted: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 }),
  });
  fc.assert(
    fc.property(anyNet, ({ nodeCount, arcs, fixed, wanted }) => {
      const net = netOf(
        nodeCount,
        arcs.map(([from, to, rate]) => [from % nodeCount, to % nodeCount, rate] as Arc),
      );
      const sink = nodeCount - 1;
      const { share } = greatestShare(net, sink, fixed, wanted);
      expect(share).toBeCloseTo(shareByProgramme(net, sink, fixed, wanted), 6);
    }),
    { numRuns: 100 },
  );
});
