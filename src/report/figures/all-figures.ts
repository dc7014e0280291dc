import type { Figure } from '../../figures/figure.ts';
import type { DeparturesByDate } from '../../flow/departures.ts';
import type { DependenceResult } from '../../flow/dependence.ts';
import type { DependenceHistory } from '../../flow/dependence-history.ts';
import type { LaunchMap } from '../../flow/launch-map.ts';
import type { Result } from '../../flow/result.ts';
import type { ShieldSwings } from '../../flow/shield-swing.ts';
import type { SourcingResult } from '../../flow/sourcing.ts';
import type { WithdrawalsResult } from '../../flow/withdrawal.ts';
import { confidenceFigure } from './confidence-figure.ts';
import { costFigures, tornadoFigure } from './cost-figures.ts';
import { departuresFigure } from './departures-figure.ts';
import { dependenceFigure, networkFigure, withdrawalFigure } from './dependence-figures.ts';
import { effectFigures, storyFigure } from './effect-figures.ts';
import { fallFigure } from './fall-figure.ts';
import { fieldingFigures } from './fielding-figures.ts';
import { historyFigure } from './history-figure.ts';
import { frontFigure } from './independence-figure.ts';
import { jointFigure } from './joint-figure.ts';
import { mapFigure } from './map-figures.ts';
import { shieldFigure } from './shield-figures.ts';

/** Every chart and map that a run gives, in the order of the report. */
export function allFigures({
  result,
  dependence,
  history,
  withdrawals,
  departures,
  sourcing,
  maps,
  shieldSwings,
}: {
  result: Result;
  dependence?: DependenceResult | null;
  history?: DependenceHistory | null;
  withdrawals?: WithdrawalsResult | null;
  departures?: DeparturesByDate;
  sourcing?: SourcingResult | null;
  maps?: readonly LaunchMap[];
  shieldSwings?: ShieldSwings | null;
}): Figure[] {
  return [
    jointFigure(result),
    confidenceFigure(result),
    shieldSwings ? shieldFigure(shieldSwings) : null,
    tornadoFigure(result),
    ...effectFigures(result),
    fallFigure(result),
    storyFigure(result),
    ...costFigures(result),
    dependence ? dependenceFigure(dependence) : null,
    historyFigure(history),
    networkFigure(result),
    departures ? departuresFigure(departures) : withdrawals ? withdrawalFigure(withdrawals) : null,
    sourcing ? frontFigure(sourcing) : null,
    ...fieldingFigures(result),
    ...(maps ?? []).map(mapFigure),
  ].filter((figure) => figure !== null);
}
