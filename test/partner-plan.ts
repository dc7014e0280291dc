import type { PlanFleet, PlanMaker, PlanModel, PlanVehicle } from '../src/flow/partner-plan.ts';

/** A fleet of a hundred satellites that live five years and must all stand from the second year on. */
export const fleet = (more: Partial<PlanFleet> = {}): PlanFleet => ({
  id: 'f:sat',
  functionId: 'f',
  name: 'Satellites',
  entry: 'sat',
  elements: ['sat'],
  unitCount: 100,
  lifeYr: 5,
  isLifted: true,
  existingFraction: 0,
  sparedIn: [],
  standingFraction: [0, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  outputPerYr: 1,
  ...more,
});

export const maker = (partner: string, more: Partial<PlanMaker> = {}): PlanMaker => ({
  id: `${partner}:f`,
  fleet: 0,
  partner,
  name: partner,
  fleetMusd: 1000,
  fixedMusd: 0,
  fromYr: 0,
  delayYr: 2,
  rampYr: 0,
  perYr: 1,
  todayFraction: 0,
  isCandidate: false,
  leftFraction: [],
  basis: 'assumption',
  ...more,
});

export const vehicle = (id: string, more: Partial<PlanVehicle> = {}): PlanVehicle => ({
  id,
  name: id,
  partner: id,
  launchMusd: 50,
  launches: new Array(10).fill(10),
  perLaunch: [10],
  lostFraction: 0,
  isListed: true,
  fixedMusd: 0,
  delayYr: 2,
  leftFraction: [],
  basis: 'assumption',
  ...more,
});

/** Ten years in steps of one, a loss of each partner alone after five; a case for each maker and vehicle, in that order. */
export function planOf(
  parts: { fleets?: PlanFleet[]; makers: PlanMaker[]; vehicles: PlanVehicle[] },
  more: Partial<PlanModel> = {},
): PlanModel {
  const { fleets = [fleet()], makers, vehicles } = parts;
  const partners = [...new Set([...makers, ...vehicles].map(({ partner }) => partner))];
  const left = <T extends { partner: string }>(each: T) => ({
    ...each,
    leftFraction: partners.map((partner) => (partner === each.partner ? 0 : 1)),
  });
  return {
    startYear: 2028,
    stepYr: 1,
    periodCount: 10,
    fleets: fleets.map((each) => ({ ...each, sparedIn: partners.map(() => false) })),
    makers: makers.map(left),
    vehicles: vehicles.map(left),
    cases: partners.map((partner) => ({ roots: [partner], name: partner })),
    lossPeriod: 5,
    lossFraction: 0.5,
    warmFraction: 0,
    ...more,
  };
}
