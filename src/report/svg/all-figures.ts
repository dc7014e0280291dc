import type { DependenceResult } from '../../flow/dependence.ts';
import type { Result } from '../../flow/result.ts';
import { costFigures, tornadoFigure } from './cost-figures.ts';
import { dependenceFigure, networkFigure } from './dependence-figures.ts';
import { effectFigures, storyFigure } from './effect-figures.ts';
import { fieldingFigures } from './fielding-figures.ts';
import { type LaunchMap, mapFigure } from './map-figures.ts';
import type { Figure } from './svg.ts';

/** Every chart and map that a run gives, in the order of the report. */
export function allFigures({
  result,
  dependence,
  maps,
}: {
  result: Result;
  dependence?: DependenceResult | null;
  maps?: readonly LaunchMap[];
}): Figure[] {
  return [
    tornadoFigure(result),
    ...effectFigures(result),
    storyFigure(result),
    ...costFigures(result),
    dependence ? dependenceFigure(dependence) : null,
    networkFigure(result),
    ...fieldingFigures(result),
    ...(maps ?? []).map(mapFigure),
  ].filter((figure) => figure !== null);
}
