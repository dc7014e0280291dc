import type { Footprint, FootprintLayer } from '../flow/footprint.ts';
import { percent } from '../words/numbers.ts';
import { nameIn, say } from '../words/words.ts';
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
    ...areas.map(({ id }) => percent(layer.byArea[id])),
    percent(layer.fraction),
  ];
  const head = [
    say('head.layer'),
    ...areas.map(({ name: area }) => nameIn(area).replace(/^the /, '')),
    say('footprint.all'),
  ];
  const aims = areas.reduce((sum, { pointCount }) => sum + pointCount, 0);
  return [
    wrap(say('footprint.lead', { threat: threatName, from: from.name, share: all.fraction }), width),
    heading(say('footprint.share'), style),
    table(
      head,
      [...layers.map((layer) => row(layer, layer.id)), row(all, say('footprint.all-layers'))],
      ['left', ...head.slice(1).map(() => 'right' as const)],
      style,
    ),
    wrap(say('footprint.foot', { aims, spacing: spacingKm, orderS, moments: momentCount }), width, 2),
    ...(outOfRangeCount > 0 ? [wrap(say('footprint.out-of-range', { count: outOfRangeCount }), width, 2)] : []),
  ].join('\n');
}
