import type { ConstellationCoverage } from '../flow/coverage.ts';
import { said } from '../flow/said.ts';
import { count, fixed, percent, short } from '../words/numbers.ts';
import { say } from '../words/words.ts';
import { heading, type Style, table, wrap } from './text.ts';

const SHOWN_DEG = [0, 15, 30, 45, 60, 75, 90];

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
    `\n${say('coverage.question', { hours: count(hours, Number.isInteger(hours) ? 0 : 1) })}`,
    ...layers.map((layer) => wrap(sentence(layer), width, 2)),
    heading(say('coverage.by-latitude'), style),
    latitudeTable(layers, style),
    wrap(say('coverage.by-latitude-note'), width, 2),
    heading(say('coverage.whole-earth'), style),
    capTable(layers, style),
    wrap(say('coverage.whole-earth-note'), width, 2),
    heading(say('coverage.counts'), style),
    ...layers.map(({ id, rule }) => wrap(say('coverage.rule', { id, rule }), width, 2)),
  ].join('\n');
}

/** The sentence that a reader would quote. */
function sentence(layer: ConstellationCoverage): string {
  const { id, role, satelliteCount, mean, min, zeroFraction, fold, shells } = layer;
  const least =
    min > 0 ? said('coverage.never-fewer', { count: min }) : said('coverage.none-for', { share: zeroFraction });
  const [alone] = shells.filter((shell) => shell.capDeg >= shell.minimumCapDeg);
  const whole = alone ? said('coverage.shell-alone', { shell: alone.id, fold: foldWord(fold) }) : '';
  return say(`coverage.${role}`, { id, mean, count: satelliteCount, least, whole });
}

function foldWord(fold: number): string {
  if (fold === 1) return say('coverage.once');
  return fold === 2 ? say('coverage.twice') : say('coverage.fold', { count: fold });
}

function latitudeTable(layers: readonly ConstellationCoverage[], style: Style): string {
  const rows = layers.map((layer) => [
    layer.id,
    ...SHOWN_DEG.map((latitudeDeg) => short(meanAt(layer, latitudeDeg))),
    short(layer.mean),
    percent(layer.zeroFraction),
  ]);
  const head = [
    say('coverage.layer'),
    ...SHOWN_DEG.map((value) => say('part.deg', { value })),
    say('coverage.all'),
    say('coverage.none'),
  ];
  return table(head, rows, ['left', ...head.slice(1).map(() => 'right' as const)], style);
}

function meanAt({ meanInViewByLatitude }: ConstellationCoverage, latitudeDeg: number): number {
  const rows = meanInViewByLatitude.filter((row) => Math.abs(row.latitudeDeg) === latitudeDeg);
  return rows.reduce((sum, row) => sum + row.mean, 0) / rows.length;
}

function capTable(layers: readonly ConstellationCoverage[], style: Style): string {
  const rows = layers.flatMap((layer) => {
    if (layer.shells.length === 0)
      return [[layer.id, '', count(layer.satelliteCount), '', degrees(layer.capDeg), '', say('coverage.no-shell')]];
    return layer.shells.map((shell, i) => [
      i === 0 ? layer.id : '',
      shell.id,
      count(shell.satelliteCount),
      count(shell.altitudeKm),
      degrees(shell.capDeg),
      degrees(shell.minimumCapDeg),
      shell.capDeg >= shell.minimumCapDeg ? say('coverage.yes') : say('coverage.no'),
    ]);
  });
  const fold = layers[0]?.fold ?? 1;
  const head = [
    say('coverage.layer'),
    say('coverage.shell'),
    say('coverage.satellites'),
    'km',
    say('coverage.covers'),
    say('coverage.needed'),
    say('coverage.all-fold', { fold: foldWord(fold) }),
  ];
  return table(head, rows, ['left', 'left', 'right', 'right', 'right', 'right', 'left'], style);
}

function degrees(value: number): string {
  return Number.isNaN(value) ? '-' : say('part.deg', { value: fixed(value, 2) });
}
