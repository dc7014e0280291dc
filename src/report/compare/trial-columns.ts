import { type TrialOutcome, warheadsThrough } from '../../flow/outcomes.ts';

/** What is compared trial by trial. */
export const trialColumnNames = [
  'noLeakerProbability',
  'leakersCount',
  'warheadsCount',
  'shotsCount',
  'inReachCount',
  'detectedS',
  'decidedS',
  'releasedS',
] as const;
export type TrialColumnName = (typeof trialColumnNames)[number];

/** One value a trial of each kind; times are means over the threats of a trial, NaN where there is none. */
export type TrialColumns = Record<TrialColumnName, Float64Array>;

/** The figures of each trial by which two cases are compared. */
export function trialColumns(outcomes: readonly TrialOutcome[]): TrialColumns {
  const column = (of: (outcome: TrialOutcome) => number) => Float64Array.from(outcomes, of);
  const leakers = ({ stoppedByLayer }: TrialOutcome) => stoppedByLayer.filter((layer) => layer < 0).length;
  return {
    noLeakerProbability: column((outcome) => (leakers(outcome) === 0 ? 1 : 0)),
    leakersCount: column(leakers),
    warheadsCount: column(warheadsThrough),
    shotsCount: column(({ shots }) => shots.length),
    inReachCount: column(({ inReachCount }) => inReachCount[0] ?? Number.NaN),
    detectedS: column(({ detectedS }) => meanOfKnown(detectedS)),
    decidedS: column(({ decidedS }) => meanOfKnown(decidedS)),
    releasedS: column(({ releasedS }) => meanOfKnown(releasedS)),
  };
}

function meanOfKnown(times: Float64Array): number {
  const known = times.filter((time) => !Number.isNaN(time));
  return known.length > 0 ? known.reduce((sum, time) => sum + time, 0) / known.length : Number.NaN;
}
