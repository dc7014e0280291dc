import type { Footprint, FootprintLayer } from '../flow/footprint.ts';
import { count, percent } from '../words/numbers.ts';
import { heading, type Style, table, wrap } from './text.ts';

/** The footprint on a terminal, under the name of the scenario. */
export function footprintScreen(name: string, footprint: Footprint, style: Style, columns: number): string {
  return [style.bold(name), '', footprintText(footprint, style, columns)].join('\n');
}

/** Shares of the area by layer and by part, with the rule that they follow. */
export function footprintText(footprint: Footprint, style: Style, columns: number): string {
  const { areas, layers, all, from, threatName, orderS, momentCount, spacingKm, outOfRangeCount } = footprint;
  const width = Math.min(columns, 100);
  const row = (layer: FootprintLayer, first: string) => [
    first,
    ...areas.map(({ id }) => percent(layer.byArea[id]!)),
    percent(layer.fraction),
  ];
  const head = ['layer', ...areas.map(({ name: area }) => area.replace(/^the /, '')), 'all'];
  const aims = areas.reduce((sum, { pointCount }) => sum + pointCount, 0);
  return [
    wrap(
      `Against one ${threatName} from ${from.name}, ${percent(all.fraction)} of the area has an intercept in time by some layer. This is area, not people.`,
      width,
    ),
    heading('Share of the area with an intercept in time', style),
    table(
      head,
      [...layers.map((layer) => row(layer, layer.id)), row(all, 'all layers')],
      ['left', ...head.slice(1).map(() => 'right' as const)],
      style,
    ),
    wrap(
      `${count(aims)} aim points, one for each ${count(spacingKm)} x ${count(spacingKm)} km; ordered ${count(orderS)} s after launch; mean over ${momentCount} launch times, at which satellites stand elsewhere. Geometry and timing alone: every unit that is there works, every threat is seen, one intercept is enough; whether it hits is what run tells.`,
      width,
      2,
    ),
    ...(outOfRangeCount > 0
      ? [wrap(`${count(outOfRangeCount)} aim points out of the missile's range are left out.`, width, 2)]
      : []),
  ].join('\n');
}
