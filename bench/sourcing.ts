// The partner search: 12 functions x 15 partners x 20 loss cases, and the same without fixed costs as its plain twin (a linear programme).
import loadHighs, { type Highs } from 'highs';
import type { Offer, SourcingModel } from '../src/flow/sourcing.ts';
import { randomStream } from '../src/num/random.ts';
import { cheapestMix } from '../src/sourcing/sourcing-programme.ts';

const FUNCTIONS = 12;
const PARTNERS = 15;
const CASES = 20;

/** Random offers of every partner for every function; a case takes one partner, or a shared part of several. */
function instance(withFixed: boolean): SourcingModel {
  const draws = randomStream(1, 0, 'bench');
  const cases = Array.from({ length: CASES }, (_, c) => ({ roots: [`case-${c}`], name: `case ${c}` }));
  const offers: Offer[] = [];
  for (let f = 0; f < FUNCTIONS; f++) {
    for (let p = 0; p < PARTNERS; p++) {
      const unitMusd = 100 + 900 * draws.uniform();
      const fixedMusd = 200 * draws.uniform();
      const capacityFraction = 0.2 + 0.8 * draws.uniform();
      const shared = draws.uniform();
      offers.push({
        id: `${p}:${f}`,
        functionId: `f${f}`,
        partner: `p${p}`,
        name: `p${p}`,
        entry: `p${p}`,
        unitMusd,
        fixedMusd: withFixed ? fixedMusd : 0,
        capacityFraction,
        capacityPerYr: 1,
        delayYr: 0,
        survivesFraction: cases.map((_, c) =>
          c < PARTNERS ? Number(c !== p) : shared < 0.2 * (c - PARTNERS) ? 0.5 : 1,
        ),
        isCandidate: false,
        basis: 'assumption',
      });
    }
  }
  const demands = Array.from({ length: FUNCTIONS }, (_, f) => ({
    functionId: `f${f}`,
    name: `f${f}`,
    unitCount: 1,
    unit: { code: 'unit.satellites' },
    baseFraction: 1,
    lossFraction: 0.8,
  }));
  return { demands, offers, cases, twoFamilies: ['f0', 'f1'] };
}

/** The search at the size that the plan names, beside the same without fixed costs, which needs no integers. */
export async function bench(): Promise<string[]> {
  const highs = await (loadHighs as unknown as () => Promise<Highs>)();
  const linear = seconds(highs, instance(false));
  const integer = seconds(highs, instance(true));
  return [
    `partner search ${FUNCTIONS} x ${PARTNERS} x ${CASES}: ${integer.spentS.toFixed(2)} s, ${integer.status}, gap ${integer.gap.toExponential(1)}`,
    `linear twin without fixed costs: ${linear.spentS.toFixed(2)} s; ratio ${(integer.spentS / linear.spentS).toFixed(1)}`,
  ];
}

function seconds(highs: Highs, model: SourcingModel): { spentS: number; gap: number; status: string } {
  const begun = performance.now();
  const { gapRatio, status } = cheapestMix(highs, model);
  return { spentS: (performance.now() - begun) / 1000, gap: gapRatio, status };
}
