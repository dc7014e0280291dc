import { loadHighs } from '../src/cli/load-highs.ts';
import type { PlanFleet, PlanMaker, PlanModel, PlanVehicle } from '../src/flow/partner-plan.ts';

/** The solver that the search for partners uses. */
export const highs = await loadHighs();

/** A fleet of a case; what is not given does not bind. */
export function planFleet(fields: Partial<PlanFleet> & Pick<PlanFleet, 'unitCount' | 'standingFraction'>): PlanFleet {
  return {
    id: 'fleet',
    functionId: 'fleet',
    name: 'fleet',
    entry: 'fleet',
    elements: ['fleet'],
    lifeYr: Number.POSITIVE_INFINITY,
    isLifted: false,
    existingFraction: 0,
    sparedIn: [],
    outputPerYr: Number.POSITIVE_INFINITY,
    ...fields,
  };
}

/** A maker of the fleet of a case, at work from the start; what is not given does not bind. */
export function planMaker(partner: string, fields: Partial<PlanMaker> = {}): PlanMaker {
  return {
    id: partner,
    fleet: 0,
    partner,
    name: partner,
    fleetMusd: 1,
    fixedMusd: 0,
    fromYr: 0,
    delayYr: 0,
    rampYr: 0,
    perYr: 100,
    todayFraction: 0,
    isCandidate: false,
    leftFraction: [],
    basis: 'stated',
    ...fields,
  };
}

/** A vehicle of a case, with so many launches a year. */
export function planVehicle(
  id: string,
  { perYr, ...fields }: Partial<PlanVehicle> & { perYr: number; perLaunch: number[] },
): PlanVehicle {
  return {
    id,
    name: id,
    partner: id,
    launchMusd: 1,
    launches: [perYr],
    lostFraction: 0,
    isListed: true,
    fixedMusd: 0,
    delayYr: 0,
    leftFraction: [],
    basis: 'stated',
    ...fields,
  };
}

/** The programme of a case with one fleet; one loss, of a partner, takes all of it. */
export function planOfCase(
  { fleet, makers, vehicles }: { fleet: PlanFleet; makers: PlanMaker[]; vehicles: PlanVehicle[] },
  { lost, lossYr, stepYr }: { lost?: string; lossYr: number; stepYr: number },
): PlanModel {
  const periodCount = fleet.standingFraction.length;
  const left = <T extends { partner: string }>(each: T) => ({ ...each, leftFraction: [each.partner === lost ? 0 : 1] });
  return {
    startYear: 0,
    stepYr,
    periodCount,
    fleets: [{ ...fleet, sparedIn: [false] }],
    makers: makers.map(left),
    vehicles: vehicles.map((each) => ({
      ...left(each),
      launches: new Array<number>(periodCount).fill(each.launches[0] * stepYr),
    })),
    cases: [{ roots: [lost ?? ''], name: lost ?? '' }],
    lossPeriod: Math.round(lossYr / stepYr),
    lossFraction: 1,
    warmFraction: 0,
  };
}
