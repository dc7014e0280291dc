import type { Concentration, DependenceResult, PartnerShare } from '../flow/dependence.ts';
import { type Said, said } from '../flow/said.ts';
import { count, fixed, percent } from '../words/numbers.ts';
import { hasCode, nameIn, say, tell } from '../words/words.ts';
import { type Style, table, wrap } from './text.ts';

const MOST_ROWS = 16;

/** What of a share of the money hangs on a split that nobody has chosen, in brackets; empty where nothing does. */
export function assumedWords({ assumed }: Pick<PartnerShare, 'assumed'> = {}): Said | '' {
  if (!assumed) return '';
  const { ofItFraction: part, lowFraction: low, highFraction: high } = assumed;
  return said('dependence.assumed', { part, low, high });
}

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
  const names = shown.map(({ id }) => shortFunction(id));
  const second = ['', ...names.map(([, below]) => style.dim(below))];
  const head = ['', ...names.map(([above]) => above)];
  return table(head, [second, ...rows], ['left', ...shown.map(() => 'right' as const)], style);
}

/** Name of a function for the head of the matrix, in two lines. */
function shortFunction(id: string): [above: string, below: string] {
  const code = `short.${id}`;
  const [above = '', below = ''] = hasCode(code) ? tell({ code }).split('/') : [id.slice(0, 7)];
  return [above, below];
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
  rows.push(line(say('partners.whole-cost'), [undefined, money, undefined], style));
  const head = (['hhi', 'contracts', 'money', 'units', 'as-if', 'largest'] as const).map((key) => say(`head.${key}`));
  const made = table(head, rows, ['left', 'right', 'right', 'right', 'right', 'left'], style);
  return `${made}\n${style.dim(`  ${say('partners.thresholds')}`)}`;
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
    fixed(best.effectiveCount, 1),
    `${short(first.name, 20)} ${percent(first.shareFraction, 0)}`,
  ];
}

/** Each single point of failure with its chain; those of one function together. */
export function singlePointLines({ singlePoints }: DependenceResult, style: Style, width: number): string {
  if (singlePoints.length === 0) return `  ${say('partners.no-single')}`;
  return singlePoints
    .map(({ path, basis }) => {
      const chain = path.map((name) => short(name, 48)).join(' > ');
      const words = basis === 'assumption' ? say('partners.on-assumption', { chain }) : chain;
      return wrap(words, width, 2).replace(chain.split(' > ')[0], style.bold(chain.split(' > ')[0]));
    })
    .join('\n');
}

/** A name without its bracket and, where too long, cut at a word. */
export function short(name: string, most = 30): string {
  const plain = shorter(name).replace(/ \(.*?\)/g, '');
  if (plain.length <= most) return plain;
  const cut = plain.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most - 12)).replace(/[ ,]+$/, '')}…`;
}

/** Names of parts in the words of a table; others by their name. */
function shorter(name: string): string {
  const [, place] = /^Launch pad (.*)$/.exec(name) ?? [];
  if (place !== undefined) return say('short.launch-pad', { place });
  const [, maker] = /^Optical terminal, (.*)$/.exec(name) ?? [];
  return maker === undefined ? nameIn(name) : say('short.terminals', { name: maker });
}
