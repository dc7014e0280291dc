import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileWalker } from '../../physics/walker.ts';
import { plusGridPairs } from './plus-grid.ts';

const anyShell = fc.record({
  pattern: fc.constantFrom('delta' as const, 'star' as const),
  planes: fc.integer({ min: 1, max: 12 }),
  satellitesPerPlane: fc.integer({ min: 1, max: 12 }),
  phasing: fc.nat(11),
});

function degrees(pairs: Int32Array, count: number): number[] {
  const held = new Array<number>(count).fill(0);
  for (const satellite of pairs) held[satellite]++;
  return held;
}

test('no satellite has more links than terminals, none with itself, no link twice', () => {
  fc.assert(
    fc.property(anyShell, fc.integer({ min: 0, max: 6 }), (shell, linkCount) => {
      const count = shell.planes * shell.satellitesPerPlane;
      const pairs = plusGridPairs(shell, linkCount);
      for (const held of degrees(pairs, count)) expect(held).toBeLessThanOrEqual(linkCount);
      const seen = new Set<string>();
      for (let i = 0; i < pairs.length; i += 2) {
        expect(pairs[i]).not.toBe(pairs[i + 1]);
        const key = [pairs[i], pairs[i + 1]].sort((a, b) => a - b).join('-');
        expect(seen.has(key)).toBe(false);
        seen.add(key);
      }
    }),
  );
});

test('the last plane of a delta pattern joins the first with the slots that the phasing gives', () => {
  // 6/3/1: plane 3 would be plane 0, one slot of its own on
  const pairs = plusGridPairs({ planes: 3, satellitesPerPlane: 2, phasing: 1 });
  const cross: string[] = [];
  for (let i = 0; i < pairs.length; i += 2) cross.push(`${pairs[i]}-${pairs[i + 1]}`);
  expect(cross).toContain('4-1');
  expect(cross).toContain('5-0');
  expect(cross).toContain('0-2');
});

test('links over the wrap are as long as the others of the same kind', () => {
  const shell = {
    planes: 12,
    satellitesPerPlane: 8,
    phasing: 7,
    altitudeKm: 800,
    inclinationDeg: 60,
    pattern: 'delta',
  } as const;
  const { planePhaseCos, planePhaseSin, slotCos, slotSin } = compileWalker(shell);
  const phase = (satellite: number) => {
    const p = Math.floor(satellite / 8);
    const s = satellite % 8;
    return Math.atan2(planePhaseSin[p], planePhaseCos[p]) + Math.atan2(slotSin[s], slotCos[s]);
  };
  const pairs = plusGridPairs(shell);
  const ahead = new Set<string>();
  for (let i = 0; i < pairs.length; i += 2) {
    if (Math.floor(pairs[i] / 8) === Math.floor(pairs[i + 1] / 8)) continue;
    const turn = (phase(pairs[i + 1]) - phase(pairs[i])) / (2 * Math.PI);
    ahead.add(((((turn + 0.5) % 1) + 1) % 1).toFixed(9));
  }
  expect(ahead.size).toBe(1); // the same difference of phase everywhere, the wrap included
  expect(degrees(pairs, 96).every((held) => held === 4)).toBe(true);
});

test('a star pattern has no links across the seam', () => {
  const pairs = plusGridPairs({ pattern: 'star', planes: 6, satellitesPerPlane: 11 });
  for (let i = 0; i < pairs.length; i += 2) {
    const planes = [Math.floor(pairs[i] / 11), Math.floor(pairs[i + 1] / 11)];
    expect(Math.abs(planes[0] - planes[1])).toBeLessThanOrEqual(1);
  }
  expect(degrees(pairs, 66).filter((held) => held === 3)).toHaveLength(22);
});

test('three links a satellite make a wall of bricks: two in the plane, one across', () => {
  const held = degrees(plusGridPairs({ planes: 8, satellitesPerPlane: 10 }, 3), 80);
  expect(held.every((links) => links === 3)).toBe(true);
});

test('half-slot phasing keeps partners of the same number, round the wrap too', () => {
  const pairs = plusGridPairs({ planes: 72, satellitesPerPlane: 22, alternateHalfSlot: true });
  expect(pairs.length / 2).toBe(3168);
  for (let i = 0; i < pairs.length; i += 2) {
    if (Math.floor(pairs[i] / 22) !== Math.floor(pairs[i + 1] / 22)) expect(pairs[i] % 22).toBe(pairs[i + 1] % 22);
  }
});
