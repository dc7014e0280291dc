import type { ConstellationCoverage } from '../flow/coverage.ts';
import { said } from '../flow/said.ts';
import { count, fixed, percent, short } from '../words/numbers.ts';
import { say } from '../words/words.ts';
import { heading, type Style, table, wrap } from './text.ts';

const SHOWN_DEG = [0, 15, 30, 45, 60, 75, 90];
const HALVES = [
  { half: 'north', sign: 1 },
  { half: 'south', sign: -1 },
] as const;

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
    ...layers.flatMap(lessTime).map((line) => wrap(line, width, 2)),
  ].join('\n');
}

/** The sentence that a reader would quote. */
function sentence(layer: ConstellationCoverage): string {
  const { id, role, satelliteCount, mean, min, fold, shells } = layer;
  const least = min > 0 ? said('coverage.never-fewer', { count: min }) : noneFor(layer);
  const [alone] = shells.filter((shell) => shell.capDeg >= shell.minimumCapDeg);
  const whole = alone ? said('coverage.shell-alone', { shell: alone.id, fold: foldWord(fold) }) : '';
  return say(`coverage.${role}`, { id, mean, count: satelliteCount, least, whole });
}

/** How much of the Earth, and of the time, has none; north and south apart where they differ as printed. */
function noneFor({ zeroFraction: share, north, south }: ConstellationCoverage) {
  const [n, s] = [north.zeroFraction, south.zeroFraction];
  if (percent(n) === percent(s)) return said('coverage.none-for', { share });
  return said('coverage.none-halves', { share, north: n, south: s });
}

/** Why a run has fewer interceptors in reach than stand here; nothing for layers that do not fly out. */
function lessTime({ id, withLessTime, flyOutS, mean }: ConstellationCoverage): string[] {
  if (withLessTime.length === 0) return [];
  const list = withLessTime.map((each) => said('coverage.reach-in', { flyOutS: each.flyOutS, mean: each.mean }));
  return [say('coverage.less-time', { id, flyOutS, mean, list })];
}

function foldWord(fold: number): string {
  if (fold === 1) return say('coverage.once');
  return fold === 2 ? say('coverage.twice') : say('coverage.fold', { count: fold });
}

function latitudeTable(layers: readonly ConstellationCoverage[], style: Style): string {
  const rows = layers.flatMap((layer) =>
    HALVES.map(({ half, sign }, i) => [
      i === 0 ? layer.id : '',
      say(`coverage.${half}`),
      ...SHOWN_DEG.map((latitudeDeg) => short(meanAt(layer, sign * latitudeDeg))),
      short(layer[half].mean),
      percent(layer[half].zeroFraction),
    ]),
  );
  const head = [
    say('coverage.layer'),
    '',
    ...SHOWN_DEG.map((value) => say('part.deg', { value })),
    say('coverage.all'),
    say('coverage.none'),
  ];
  return table(head, rows, ['left', 'left', ...head.slice(2).map(() => 'right' as const)], style);
}

function meanAt({ meanInViewByLatitude }: ConstellationCoverage, latitudeDeg: number): number {
  return meanInViewByLatitude.find((row) => row.latitudeDeg === latitudeDeg)!.mean;
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
