import * as absenteeBand from './absentee-band/case.ts';
import * as absenteeWalker from './absentee-walker/case.ts';
import * as aeiAbsentee from './aei-absentee/case.ts';
import * as aeiCalculator from './aei-calculator/case.ts';
import * as aeiScaling from './aei-scaling/case.ts';
import * as aeiUnitCosts from './aei-unit-costs/case.ts';
import * as apsScaling from './aps-scaling/case.ts';
import * as backTestDepressed from './back-test-depressed/case.ts';
import * as backTestIntercepts from './back-test-intercepts/case.ts';
import * as backTestLeaks from './back-test-leaks/case.ts';
import * as backTestStudies from './back-test-studies/case.ts';
import * as backTestTotals from './back-test-totals/case.ts';
import * as backTestWarning from './back-test-warning/case.ts';
import * as ballardRosettes from './ballard-rosettes/case.ts';
import type { ValidationCase } from './case-types.ts';
import * as cbo2025LaunchPrice from './cbo-2025-launch-price/case.ts';
import * as cboLayer from './cbo-layer/case.ts';
import * as circularPeriods from './circular-periods/case.ts';
import * as costModel from './cost-model/case.ts';
import * as costRollups from './cost-rollups/case.ts';
import * as earlyCutOff from './early-cut-off/case.ts';
import * as estimateWalks from './estimate-walks/case.ts';
import * as forecasts from './forecasts/case.ts';
import * as glideRange from './glide-range/case.ts';
import * as gmdSalvo from './gmd-salvo/case.ts';
import * as herfindahl from './herfindahl/case.ts';
import * as lambert from './lambert/case.ts';
import * as leoDeployment from './leo-deployment/case.ts';
import * as meanInView from './mean-in-view/case.ts';
import * as minimumEnergy from './minimum-energy/case.ts';
import * as networkHypatia from './network-hypatia/case.ts';
import * as networkImc2020 from './network-imc2020/case.ts';
import * as networkLateness from './network-lateness/case.ts';
import * as onewebSoyuz from './oneweb-soyuz/case.ts';
import * as partnerCases from './partner-cases/case.ts';
import * as partnerProgramme from './partner-programme/case.ts';
import * as passingDistance from './passing-distance/case.ts';
import * as poissonReach from './poisson-reach/case.ts';
import * as radarHorizon from './radar-horizon/case.ts';
import * as relativeMotion from './relative-motion/case.ts';
import * as sgp4Verification from './sgp4-verification/case.ts';
import * as smallSatelliteCost from './small-satellite-cost/case.ts';
import * as splitAwards from './split-awards/case.ts';
import * as stereoGeometry from './stereo-geometry/case.ts';
import * as streetsOfCoverage from './streets-of-coverage/case.ts';
import * as surfaceReach from './surface-reach/case.ts';
import * as wilkening from './wilkening/case.ts';
import * as wilkeningObjects from './wilkening-objects/case.ts';
import * as wilkeningRaid from './wilkening-raid/case.ts';

/** A case with the text of its reference table and how many rows both must have, so that none can be dropped unseen. */
export interface PinnedCase {
  validation: ValidationCase;
  /** Text of reference.csv. */
  reference: string;
  /** Rows of the reference table. */
  referenceRows: number;
  /** Rows that the case gives. */
  rows: number;
}

/** Every case, in the order in which the table shows them within a level. */
export const cases: readonly PinnedCase[] = [
  { ...aeiCalculator, referenceRows: 45, rows: 45 },
  { ...aeiAbsentee, referenceRows: 7, rows: 7 },
  { ...absenteeWalker, referenceRows: 4, rows: 4 },
  { ...absenteeBand, referenceRows: 10, rows: 10 },
  { ...aeiScaling, referenceRows: 3, rows: 3 },
  { ...aeiUnitCosts, referenceRows: 4, rows: 4 },
  { ...apsScaling, referenceRows: 3, rows: 3 },
  { ...cboLayer, referenceRows: 5, rows: 5 },
  { ...costRollups, referenceRows: 4, rows: 4 },
  { ...costModel, referenceRows: 10, rows: 10 },
  { ...estimateWalks, referenceRows: 6, rows: 6 },
  { ...cbo2025LaunchPrice, referenceRows: 3, rows: 3 },
  { ...smallSatelliteCost, referenceRows: 4, rows: 4 },
  { ...wilkening, referenceRows: 9, rows: 9 },
  { ...wilkeningObjects, referenceRows: 14, rows: 14 },
  { ...wilkeningRaid, referenceRows: 5, rows: 5 },
  { ...gmdSalvo, referenceRows: 5, rows: 5 },
  { ...poissonReach, referenceRows: 8, rows: 8 },
  { ...minimumEnergy, referenceRows: 32, rows: 32 },
  { ...earlyCutOff, referenceRows: 8, rows: 8 },
  { ...lambert, referenceRows: 7, rows: 7 },
  { ...glideRange, referenceRows: 8, rows: 8 },
  { ...surfaceReach, referenceRows: 13, rows: 13 },
  { ...relativeMotion, referenceRows: 8, rows: 8 },
  { ...circularPeriods, referenceRows: 4, rows: 4 },
  { ...ballardRosettes, referenceRows: 35, rows: 35 },
  { ...streetsOfCoverage, referenceRows: 8, rows: 8 },
  { ...meanInView, referenceRows: 44, rows: 44 },
  { ...passingDistance, referenceRows: 7, rows: 7 },
  { ...networkImc2020, referenceRows: 11, rows: 11 },
  { ...networkHypatia, referenceRows: 880, rows: 46 },
  { ...radarHorizon, referenceRows: 21, rows: 21 },
  { ...stereoGeometry, referenceRows: 23, rows: 23 },
  { ...sgp4Verification, referenceRows: 588, rows: 60 },
  { ...splitAwards, referenceRows: 9, rows: 9 },
  { ...herfindahl, referenceRows: 9, rows: 18 },
  { ...backTestIntercepts, referenceRows: 12, rows: 12 },
  { ...backTestLeaks, referenceRows: 9, rows: 9 },
  { ...backTestWarning, referenceRows: 4, rows: 4 },
  { ...backTestDepressed, referenceRows: 9, rows: 10 },
  { ...backTestStudies, referenceRows: 24, rows: 24 },
  { ...backTestTotals, referenceRows: 5, rows: 5 },
  { ...forecasts, referenceRows: 32, rows: 32 },
  { ...leoDeployment, referenceRows: 6, rows: 6 },
  { ...networkLateness, referenceRows: 20, rows: 20 },
  { ...onewebSoyuz, referenceRows: 3, rows: 3 },
  { ...partnerCases, referenceRows: 2, rows: 2 },
  { ...partnerProgramme, referenceRows: 6, rows: 6 },
];
