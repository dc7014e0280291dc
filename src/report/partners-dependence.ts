import type { Concentration, DependenceResult } from '../flow/dependence.ts';
import { count } from './number.ts';
import { type Style, table, wrap } from './text.ts';

/** Short names of the functions for the head of the matrix. */
const SHORT: Record<string, string> = {
  'launch-heavy': 'heavy',
  'launch-medium': 'LEO',
  backbone: 'back-',
  transport: 'trans-',
  'ir-tracking-leo': 'IR',
  'ir-tracking-meo': 'IR',
  'ir-tracking-geo': 'IR',
  'airborne-target-tracking': 'air',
  'space-interceptors': 'space',
  'surface-interceptors': 'surf.',
  'command-and-control': 'C2',
  ground: 'ground',
};
const SECOND: Record<string, string> = {
  'launch-heavy': 'launch',
  'launch-medium': 'launch',
  backbone: 'bone',
  transport: 'port',
  'ir-tracking-leo': 'LEO',
  'ir-tracking-meo': 'MEO',
  'ir-tracking-geo': 'GEO',
  'airborne-target-tracking': 'targets',
  'space-interceptors': 'weapons',
  'surface-interceptors': 'weapons',
};
const MOST_ROWS = 16;

/** Partner by function: percent of the function's supply that falls; a dot for none. */
export function matrixTable({ functions, roots }: DependenceResult, style: Style): string {
  const shown = functions.filter(({ falls }) => falls.length > 0);
  const rows = roots
    .filter(({ fallsFraction }) => Math.max(0, ...Object.values(fallsFraction)) >= 0.1)
    .slice(0, MOST_ROWS)
    .map((root) => [
      root.kind === 'part' ? `· ${short(root.name)}` : short(root.name),
      ...shown.map(({ id }) => cell(root.fallsFraction[id] ?? 0, style)),
    ]);
  const second = ['', ...shown.map(({ id }) => style.dim(SECOND[id] ?? ''))];
  const head = ['', ...shown.map(({ id }) => SHORT[id] ?? id.slice(0, 7))];
  return table(head, [second, ...rows], ['left', ...shown.map(() => 'right' as const)], style);
}

function cell(fraction: number, style: Style): string {
  if (fraction < 0.005) return style.dim('·');
  const text = (100 * fraction).toFixed(0);
  return fraction > 0.999 ? style.bad(text) : text;
}

/** Index by contracts, money and units; the greatest supplier by units, or by contracts where no unit flies. */
export function concentrationTable({ functions, money }: DependenceResult, style: Style): string {
  const rows = functions
    .filter(({ contracts, money: spent, units }) => contracts ?? spent ?? units)
    .map(({ name, contracts, money: spent, units }) => line(short(name, 44), [contracts, spent, units], style));
  rows.push(line('Whole cost of the scenario', [undefined, money, undefined], style));
  const head = ['HHI of 10,000', 'contracts', 'money', 'units', 'as if', 'largest'];
  const made = table(head, rows, ['left', 'right', 'right', 'right', 'right', 'left'], style);
  return `${made}\n${style.dim('  Highly concentrated: over 1,800 as given for 2023, over 2,500 in 2010. As if: that many equal suppliers.')}`;
}

function line(name: string, measures: (Concentration | undefined)[], style: Style): string[] {
  const index = (each: Concentration | undefined) => {
    if (!each) return style.dim('·');
    const text = count(each.herfindahlIndex);
    return each.level2010 === 'high' ? style.bad(text) : text;
  };
  const [contracts, money, units] = measures;
  const best = units ?? money ?? contracts!;
  const [first] = best.shares;
  return [
    name,
    ...measures.map(index),
    best.effectiveCount.toFixed(1),
    `${short(first.name, 20)} ${(100 * first.shareFraction).toFixed(0)} %`,
  ];
}

/** Each single point of failure with its chain; those of one function together. */
export function singlePointLines({ singlePoints }: DependenceResult, style: Style, width: number): string {
  if (singlePoints.length === 0) return '  None: no partner or part takes a whole function with it.';
  return singlePoints
    .map(({ path, basis }) => {
      const chain = path.map((name) => short(name, 48)).join(' > ');
      const weak = basis === 'assumption' ? ' (rests on an assumption)' : '';
      return wrap(`${chain}${weak}`, width, 2).replace(chain.split(' > ')[0], style.bold(chain.split(' > ')[0]));
    })
    .join('\n');
}

/** A name without its bracket and, where too long, cut at a word. */
export function short(name: string, most = 30): string {
  const plain = name
    .replace(/ \(.*?\)/g, '')
    .replace('Launch pad ', 'Pad ')
    .replace('Optical terminal, ', 'Terminals of ');
  if (plain.length <= most) return plain;
  const cut = plain.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most - 12)).replace(/[ ,]+$/, '')}…`;
}
