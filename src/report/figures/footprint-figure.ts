import type { Figure } from '../../figures/figure.ts';
import { footprintChart } from '../../figures/footprint-chart.ts';
import type { Footprint, FootprintLayer } from '../../flow/footprint.ts';
import { say } from '../../words/words.ts';

/** A map for all layers together, then one for each layer that defends any of it. */
export function footprintFigures(footprint: Footprint): Figure[] {
  const { all, layers } = footprint;
  return [all, ...layers.filter(({ fraction }) => fraction > 0)].map((layer) => footprintFigure(footprint, layer));
}

function footprintFigure(footprint: Footprint, layer: FootprintLayer): Figure {
  const { points, threatName, from } = footprint;
  const title = layer.id === 'all' ? say('footprint.title-all') : say('footprint.title-layer', { id: layer.id });
  const sentence = say('footprint.map', { share: layer.fraction, threat: threatName, from: from.name });
  return {
    id: `footprint-${layer.id}`,
    title,
    sentence,
    chart: footprintChart(
      points.map((point, i) => ({ ...point, chance: layer.chances[i] })),
      footprint.spacingKm,
    ),
    columns: ['area', 'latDeg', 'lonDeg', 'areaKm2', 'chance'],
    rows: points.map((point, i) => [point.area, point.latDeg, point.lonDeg, point.areaKm2, layer.chances[i]]),
  };
}
