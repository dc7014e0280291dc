import type { Figure } from '../../figures/figure.ts';
import { footprintChart } from '../../figures/footprint-chart.ts';
import type { Footprint, FootprintLayer } from '../../flow/footprint.ts';

/** A map for all layers together, then one for each layer that defends any of it. */
export function footprintFigures(footprint: Footprint): Figure[] {
  const { all, layers } = footprint;
  return [all, ...layers.filter(({ fraction }) => fraction > 0)].map((layer) => footprintFigure(footprint, layer));
}

function footprintFigure(footprint: Footprint, layer: FootprintLayer): Figure {
  const { points, threatName, from } = footprint;
  const share = `${(100 * layer.fraction).toFixed(1)} %`;
  const title = layer.id === 'all' ? 'What all layers can defend' : `What ${layer.id} can defend`;
  const sentence = `Map of aim points: ${share} of the area (not of people) has an intercept in time against one ${threatName} from ${from.name}, by geometry and timing.`;
  return {
    id: `footprint-${layer.id}`,
    title,
    sentence,
    chart: footprintChart(
      points.map((point, i) => ({ ...point, chance: layer.chances[i]! })),
      footprint.spacingKm,
    ),
    columns: ['area', 'latDeg', 'lonDeg', 'areaKm2', 'chance'],
    rows: points.map((point, i) => [point.area, point.latDeg, point.lonDeg, point.areaKm2, layer.chances[i]!]),
  };
}
