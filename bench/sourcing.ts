// The search for a mix of partners: 8 fleets x 4 makers x 8 vehicles x 16 years x 20 loss cases, cases let in as they are missed; and the
// plain twin, one programme with all cases at once. Both must come to the same cost.
import loadHighs, { type Highs } from 'highs';
import type { PlanFleet, PlanMaker, PlanModel, PlanVehicle } from '../src/flow/partner-plan.ts';
import { type RandomStream, randomStream } from '../src/num/random.ts';
import { cheapestPlan, moneyProgramme } from '../src/sourcing/coupled/plan-search.ts';
import { solveMilp } from '../src/sourcing/milp.ts';

const FLEETS = 8;
const MAKERS = 4;
const PARTNERS = 12;
const VEHICLES = 8;
const YEARS = 16;
const LOSS_YEAR = 8;
/** The gap that the search itself proves. */
const GAP = { gapRatio: 2e-4, gap: 0.05 };

/** Random prices, rates and masses; every vehicle flies for one partner, and the largest lifts most. A case takes one partner. */
function instance(): PlanModel {
  const draws = randomStream(1, 0, 'bench');
  const partners = [
    ...Array.from({ length: PARTNERS }, (_, p) => `p${p}`),
    ...Array.from({ length: VEHICLES }, (_, v) => `l${v}`),
  ];
  const left = (own: string) => partners.map((partner) => Number(partner !== own));
  return {
    startYear: 2028,
    stepYr: 1,
    periodCount: YEARS,
    fleets: Array.from({ length: FLEETS }, (_, f) => fleet(f, partners.length)),
    makers: Array.from({ length: FLEETS * MAKERS }, (_, o) => maker(draws, o, left)),
    vehicles: Array.from({ length: VEHICLES }, (_, v) => vehicle(draws, v, left)),
    cases: partners.map((partner) => ({ roots: [partner], name: partner })),
    lossPeriod: LOSS_YEAR,
    lossFraction: 0.5,
    warmFraction: 0.25,
  };
}

function fleet(f: number, cases: number): PlanFleet {
  return {
    id: `f${f}`,
    functionId: `f${f}`,
    name: `f${f}`,
    entry: `f${f}`,
    elements: [`f${f}`],
    unitCount: 200,
    lifeYr: 5,
    isLifted: true,
    existingFraction: 0,
    standingFraction: Array.from({ length: YEARS }, (_, t) => Math.min(1, t / 5)),
    sparedIn: new Array<boolean>(cases).fill(false),
    outputPerYr: 1,
  };
}

function maker(draws: RandomStream, o: number, left: (own: string) => number[]): PlanMaker {
  const partner = `p${(5 * o + Math.floor(o / MAKERS)) % PARTNERS}`;
  const isCandidate = o % MAKERS > 0;
  return {
    id: `${partner}:${o}`,
    fleet: Math.floor(o / MAKERS),
    partner,
    name: partner,
    fleetMusd: 4000 + 4000 * draws.uniform(),
    fixedMusd: isCandidate ? 100 + 200 * draws.uniform() : 0,
    fromYr: 0,
    delayYr: 2 + 2 * draws.uniform(),
    rampYr: 1,
    perYr: 0.3 + 0.4 * draws.uniform(),
    todayFraction: isCandidate ? 0 : 1,
    isCandidate,
    leftFraction: left(partner),
    basis: 'assumption',
  };
}

function vehicle(draws: RandomStream, v: number, left: (own: string) => number[]): PlanVehicle {
  const most = Math.round(60 / (v + 1));
  return {
    id: `v${v}`,
    name: `v${v}`,
    partner: `l${v}`,
    launchMusd: 60 + 20 * v * draws.uniform(),
    launches: new Array<number>(YEARS).fill(most),
    perLaunch: Array.from({ length: FLEETS }, () => 6 + Math.floor(8 * draws.uniform())),
    lostFraction: 0.01,
    isListed: v < 3,
    fixedMusd: 50,
    delayYr: 2,
    leftFraction: left(`l${v}`),
    basis: 'assumption',
  };
}

/** The search at about the size of golden-dome, beside the same with every case in one programme. */
export async function bench(): Promise<string[]> {
  const highs = await (loadHighs as unknown as () => Promise<Highs>)();
  const model = instance();
  const cases = model.cases.map((_, c) => c);
  const search = timed(() => cheapestPlan(highs, model, { cases }));
  const twin = timed(() => {
    const programme = moneyProgramme(highs, model, { cases });
    if (!programme) throw new Error('no mix meets the rules');
    return solveMilp(highs, programme.milp, GAP);
  });
  const { costMusd, gapRatio, held } = search.value;
  const apart = Math.abs(1000 * twin.value.objective - costMusd) / costMusd;
  if (apart > 10 * GAP.gapRatio) throw new Error(`the search and its twin differ by ${(100 * apart).toFixed(2)} %`);
  return [
    `partner search ${FLEETS} x ${MAKERS} x ${VEHICLES} x ${YEARS} x ${cases.length}: ${search.spentS.toFixed(2)} s, ${held.length} cases decide, gap ${gapRatio.toExponential(1)}`,
    `twin with all cases at once: ${twin.spentS.toFixed(2)} s; ratio ${(search.spentS / twin.spentS).toFixed(2)}, costs ${(100 * apart).toFixed(3)} % apart`,
  ];
}

function timed<T>(work: () => T): { value: T; spentS: number } {
  const begun = performance.now();
  const value = work();
  return { value, spentS: (performance.now() - begun) / 1000 };
}
