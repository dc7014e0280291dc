import type { Catalog } from '../catalog/entry.ts';
import { drawnCells, drawsFlown, shareBand } from '../effect/joint-answer.ts';
import { jointDifferences } from '../effect/joint-difference.ts';
import type { Architecture } from '../flow/architecture.ts';
import type { PlanModel } from '../flow/partner-plan.ts';
import type { FlownMix } from '../flow/sourcing.ts';
import { band } from '../num/band.ts';
import type { CommandContext } from './command.ts';
import { planDepartures } from './departures-run.ts';
import { flyJoints } from './joint-run.ts';

/** Years after the loss at which raids are flown. */
const AFTER_YR = [2, 5, 10];

/**
 * Flies mixes: each as a programme of its own, and with each loss as one event more, on the same draws and raids.
 *
 * Losses are those of one partner or part, who stops for good at the start of the period after which the search let it leave. A case
 * that changes nothing that stands is that of everybody in.
 *
 * @param mixes scenarios of the mixes, resolved
 * @returns null after Ctrl-C
 */
export async function flyMixes(
  mixes: ReadonlyMap<FlownMix['which'], Architecture>,
  catalog: Catalog,
  model: PlanModel,
  { draws, raids, threads }: { draws: number; raids: number; threads: number },
  context: Pick<CommandContext, 'progress' | 'signal'>,
): Promise<FlownMix[] | null> {
  const leaveYear = model.startYear + model.lossPeriod * model.stepYr;
  const leaveDate = dateOf(leaveYear);
  const endYear = model.startYear + model.periodCount * model.stepYr;
  const afterYr = AFTER_YR.filter((years) => leaveYear + years <= endYear);
  const dates = afterYr.map((years) => dateOf(leaveYear + years));
  const roots = new Map(
    model.cases.flatMap(({ roots: [root, second], name }) => (second ? [] : [[root, name] as const])),
  );
  const plans = await Promise.all(
    [...mixes].map(async ([which, architecture]) => {
      const plan = await planDepartures({ architecture, catalog }, roots, { date: leaveDate, raids });
      const stops = plan.cases.map(({ mode }) => mode === 'stops');
      const events = plan.events.filter((_, i) => stops[i]);
      const cases = plan.cases.filter((_, i) => stops[i]);
      return { which, architecture, cases, numbers: { draws, raids, dates, variants: { events, raids } } };
    }),
  );
  const tables = await flyJoints(plans, threads, context);
  if (!tables) return null;
  return plans.map(({ which, cases }, m): FlownMix => {
    const { base, variants } = tables[m];
    const spent = drawnCells(base, dates.length - 1).map(({ spentMusd }) => spentMusd);
    return {
      which,
      spentMusd: band(spent),
      afterYr,
      base: dates.map((_, d) => shareBand(drawnCells(base, d), raids)),
      cases: cases.map(({ partner }, i) => {
        const differences = jointDifferences(base, variants[i]);
        return {
          case: model.cases.findIndex(({ roots: [root, second] }) => root === partner && !second),
          noLeaker: differences.map(({ noLeaker }) => noLeaker),
          difference: differences.map(({ meanDifference: mean, low, high }) => ({ mean, low, high })),
        };
      }),
      draws: drawsFlown(base).drawsCount,
      raids,
    };
  });
}

function dateOf(year: number): string {
  const month = Math.floor((year % 1) * 12) + 1;
  return `${Math.floor(year)}-${String(month).padStart(2, '0')}-01`;
}
