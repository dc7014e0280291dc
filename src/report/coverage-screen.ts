import type { ConstellationCoverage } from '../flow/coverage.ts';
import { tell } from '../words/words.ts';
import { count, inWords, percent, short } from './number.ts';
import { heading, type Style, table, wrap } from './text.ts';

const SHOWN_DEG = [0, 15, 30, 45, 60, 75, 90];
const FOLDS = ['', 'once', 'twice'];

/** Coverage of each layer: a sentence, what counts, the mean by latitude, and the cap that would cover all the Earth. */
export function coverageScreen(
  name: string,
  layers: readonly ConstellationCoverage[],
  hours: number,
  style: Style,
  columns: number,
): string {
  const width = Math.min(columns, 100);
  return [
    style.bold(name),
    `\nHow many satellites cover a place, over the whole Earth and ${count(hours, Number.isInteger(hours) ? 0 : 1)} hours`,
    ...layers.map((layer) => wrap(sentence(layer), width, 2)),
    heading('Mean number by latitude', style),
    latitudeTable(layers, style),
    wrap(
      'Mean of north and south. All: mean over the surface of the Earth; none: share of it, and of the time, with none.',
      width,
      2,
    ),
    heading('The whole Earth, all the time', style),
    capTable(layers, style),
    wrap(
      'Half angles at the centre of the Earth. Needed: with this a shell alone covers every place all the time.',
      width,
      2,
    ),
    heading('What counts', style),
    ...layers.map(({ id, rule }) => wrap(`- ${id}: ${tell(rule)}`, width, 2)),
  ].join('\n');
}

/** The sentence that a reader would quote. */
function sentence(layer: ConstellationCoverage): string {
  const { id, role, satelliteCount, mean, min, zeroFraction, fold, shells } = layer;
  const does = {
    network: 'are in view of a place on the ground',
    sensor: 'see a target',
    interceptor: 'reach a target',
  };
  const least = min > 0 ? `never fewer than ${inWords(min)}` : `none for ${percent(zeroFraction)} of places and times`;
  const alone = shells.filter((shell) => shell.capDeg >= shell.minimumCapDeg).map((shell) => shell.id);
  const whole =
    alone.length > 0 ? `; shell ${alone[0]} alone covers the whole Earth ${foldWord(fold)}, all the time` : '';
  return `- ${id}: on average ${short(mean)} of ${count(satelliteCount)} satellites ${does[role]}, ${least}${whole}`;
}

function foldWord(fold: number): string {
  return FOLDS[fold] ?? `${count(fold)}-fold`;
}

function latitudeTable(layers: readonly ConstellationCoverage[], style: Style): string {
  const rows = layers.map((layer) => [
    layer.id,
    ...SHOWN_DEG.map((latitudeDeg) => short(meanAt(layer, latitudeDeg))),
    short(layer.mean),
    percent(layer.zeroFraction),
  ]);
  const head = ['layer', ...SHOWN_DEG.map((latitudeDeg) => `${latitudeDeg} deg`), 'all', 'none'];
  return table(head, rows, ['left', ...head.slice(1).map(() => 'right' as const)], style);
}

function meanAt({ meanInViewByLatitude }: ConstellationCoverage, latitudeDeg: number): number {
  const rows = meanInViewByLatitude.filter((row) => Math.abs(row.latitudeDeg) === latitudeDeg);
  return rows.reduce((sum, row) => sum + row.mean, 0) / rows.length;
}

function capTable(layers: readonly ConstellationCoverage[], style: Style): string {
  const rows = layers.flatMap((layer) => {
    if (layer.shells.length === 0)
      return [[layer.id, '', count(layer.satelliteCount), '', degrees(layer.capDeg), '', 'no Walker shell']];
    return layer.shells.map((shell, i) => [
      i === 0 ? layer.id : '',
      shell.id,
      count(shell.satelliteCount),
      count(shell.altitudeKm),
      degrees(shell.capDeg),
      degrees(shell.minimumCapDeg),
      shell.capDeg >= shell.minimumCapDeg ? 'yes' : 'no',
    ]);
  });
  const fold = layers[0]?.fold ?? 1;
  const head = ['layer', 'shell', 'satellites', 'km', 'covers', 'needed', `all ${foldWord(fold)}`];
  return table(head, rows, ['left', 'left', 'right', 'right', 'right', 'right', 'left'], style);
}

function degrees(value: number): string {
  return Number.isNaN(value) ? '-' : `${value.toFixed(2)} deg`;
}
