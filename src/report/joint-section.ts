import type { Band, Cause, DateAnswer, JointAnswer } from '../flow/joint.ts';
import type { Result } from '../flow/result.ts';
import { said } from '../flow/said.ts';
import { count, money, percent, plain, range } from '../words/numbers.ts';
import { say } from '../words/words.ts';
import { raidCounts } from './raid-counts.ts';
import { heading, type Style, table, wrap } from './text.ts';

/** The answer in one or two sentences. */
export function jointSentence({ raid, coverage }: Result, { headline, byDate }: JointAnswer): string {
  const { missiles, warheads, decoys } = raidCounts({ raid });
  const isLoaded = warheads + decoys > missiles;
  const load = isLoaded ? said(decoys > 0 ? 'joint.load-decoys' : 'joint.load', { warheads, decoys }) : '';
  const spaceLayers = coverage.map(({ id }) => id);
  const at = byDate.find(({ date }) => date === headline.date)!;
  const { p10, p50, p90 } = headline.noLeaker;
  const rest = said('joint.chance', { missiles, load, p50, p10, p90 });
  const year = yearOf(headline.date);
  const up = upAt(at, spaceLayers);
  const chance = up
    ? say('joint.headline', { year, up: up.p50, target: up.target, upLow: up.p10, upHigh: up.p90, rest })
    : say('joint.headline-ground', { year, rest });
  const spent = headline.spentMusd ? say('joint.spent', { ...headline.spentMusd }) : say('joint.unpriced');
  return `${chance} ${spent}`;
}

/** What stands, what gets through and what is spent, by date; what decides; and the force as if complete. */
export function jointSection(result: Result, answer: JointAnswer, style: Style, width: number): string[] {
  const { headline, byDate, asIfComplete, draws } = answer;
  const spaceLayers = result.coverage.map(({ id }) => id);
  const { drawsCount, raidsCount, inputCount } = draws;
  const bands = { draws: drawsCount, inputs: inputCount, raids: raidsCount };
  return [
    heading(say('joint.title'), style),
    dateTable(byDate, spaceLayers, style),
    wrap(say('joint.bands', bands), width, 2),
    heading(say('joint.what-decides', { year: yearOf(headline.date) }), style),
    ...causeLines(headline, draws, style, width),
    heading(say('joint.complete-title'), style),
    wrap(say('joint.complete', { ...asIfComplete.noLeaker }), width, 2),
    ...(asIfComplete.totalMusd
      ? [
          wrap(
            say('joint.complete-money', { ...asIfComplete.totalMusd, years: result.cost?.result.years ?? 0 }),
            width,
            2,
          ),
        ]
      : []),
    wrap(say('joint.complete-note'), width, 2),
  ];
}

function dateTable(byDate: readonly DateAnswer[], spaceLayers: readonly string[], style: Style): string {
  const hasSpace = spaceLayers.length > 0;
  const rows = byDate.map((at) => [
    yearOf(at.date),
    ...(hasSpace ? [banded(upAt(at, spaceLayers)!, (value) => count(value))] : []),
    banded(at.noLeaker, (share) => percent(share, 0)),
    at.spentMusd ? banded(at.spentMusd, money) : '-',
  ]);
  const head = [
    say('joint.head-date'),
    ...(hasSpace ? [say('joint.head-up')] : []),
    say('joint.head-through'),
    say('joint.head-spent'),
  ];
  return table(head, rows, ['left', ...head.slice(1).map(() => 'right' as const)], style);
}

function causeLines(
  { causes, costCauses }: JointAnswer['headline'],
  { drawsCount, causeFloorFraction }: JointAnswer['draws'],
  style: Style,
  width: number,
): string[] {
  const tableOf = (name: string, list: readonly Cause[]) =>
    table(
      [name, '', say('joint.head-values'), say('joint.head-basis')],
      list.map(({ path, share, value, low, high, basis }) => [
        path,
        percent(share, 0),
        banded({ p10: low, p50: value, p90: high }, plain),
        say(`basis.${basis}`),
      ]),
      ['left', 'right', 'left', 'left'],
      style,
    );
  const none = wrap(say('joint.what-decides-none', { draws: drawsCount, floor: causeFloorFraction }), width, 2);
  return [
    causes.length > 0 ? tableOf(say('joint.head-chance'), causes) : none,
    ...(costCauses.length > 0 ? ['', tableOf(say('joint.head-money'), costCauses)] : []),
  ];
}

/** Space interceptors up, of all layers together; undefined where there are none. */
function upAt({ stock }: DateAnswer, spaceLayers: readonly string[]): (Band & { target: number }) | undefined {
  const layers = spaceLayers.map((id) => stock[id]).filter((layer) => layer !== undefined);
  if (layers.length === 0) return undefined;
  const sum = (key: keyof (typeof layers)[number]) => layers.reduce((total, layer) => total + layer[key], 0);
  return { p10: sum('p10'), p50: sum('p50'), p90: sum('p90'), target: sum('target') };
}

function banded({ p10, p50, p90 }: Band, write: (value: number) => string): string {
  const [low, mid, high] = [write(p10), write(p50), write(p90)];
  return low === high ? mid! : say('joint.band', { mid: mid!, range: range(low!, high!) });
}

function yearOf(date: string): string {
  return date.slice(0, 4);
}
