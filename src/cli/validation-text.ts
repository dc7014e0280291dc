import type { Level, ValidationRow } from '../../validation/case-types.ts';
import { said } from '../flow/said.ts';
import { alignedRows } from '../report/text.ts';
import { english } from '../words/en/index.ts';
import { range } from '../words/numbers.ts';
import { numberStyle, say, spoken } from '../words/words.ts';
import { readable } from './readable.ts';
import { caseScore, scoreLines } from './validation-score.ts';

/** A row with its verdict. */
export interface CheckedRow extends ValidationRow {
  /** Computed less published; a fraction of the published value where the tolerance is relative. */
  difference: number;
  inside: boolean;
}

/** A case that was run. */
export interface CheckedCase {
  id: string;
  title: string;
  level: Level;
  source: string;
  rows: CheckedRow[];
}

const LEVELS: readonly Level[] = ['published', 'independent', 'self-consistent'];
const SHORT = 12;
const WORST = 3;
const LONG_PAGE = 60;
const WORST_ON_PAGE = 10;

/** The table for a terminal: a sentence, then each level with its cases; long cases by their worst rows unless `all`. */
export function validationScreen(cases: readonly CheckedCase[], all: boolean): string {
  const blocks = [verdict(cases)];
  for (const level of [...LEVELS, 'back-test' as const]) {
    const here = cases.filter((item) => item.level === level);
    if (here.length === 0) continue;
    blocks.push(say(`validate.${level}`).toUpperCase());
    for (const item of here) {
      const rows = all ? item.rows : shortened(item.rows, SHORT, WORST);
      const table = alignedRows(
        [header(level), ...rows.map(cells)],
        ['left', 'left', 'right', 'right', 'right', 'right'],
      );
      const cut = rows.length < item.rows.length;
      const words = { sentence: restOf(item, rows.length), command: `cupola validate --case ${item.id}` };
      const more = cut ? `\n  ${say('validate.shows-all', words)}` : '';
      const scored = scoreLines(caseScore(item.rows)).map((line) => `\n  ${line}`);
      blocks.push(`${item.id}${say('catalog.colon')}${item.title}\n${item.source}\n${table}${more}${scored.join('')}`);
    }
  }
  if (spoken() !== english && cases.length > 0) blocks.push(say('validate.own-words'));
  return blocks.join('\n\n');
}

/** The page docs/validation.md. */
export function validationMarkdown(all: readonly CheckedCase[]): string {
  const cases = all.filter((item) => !isBackTest(item));
  const blocks = [`# ${say('validate.title')}`, say('validate.page'), verdict(cases)];
  for (const level of LEVELS) {
    const here = cases.filter((item) => item.level === level);
    if (here.length === 0) continue;
    blocks.push(`## ${say(`validate.${level}`)}`, say(`validate.${level}-means`));
    for (const item of here) {
      const rows = shortened(item.rows, LONG_PAGE, WORST_ON_PAGE);
      blocks.push(`### ${item.title}`, `\`${item.id}\`. ${item.source}.`, markdownTable(level, rows));
      if (rows.length < item.rows.length) blocks.push(`${restOf(item, rows.length)}.`);
    }
  }
  return `${blocks.join('\n\n')}\n`;
}

/** The page docs/back-tests.md. */
export function backTestMarkdown(cases: readonly CheckedCase[]): string {
  const here = cases.filter(isBackTest);
  const blocks = [
    `# ${say('validate.back-test')}`,
    say('validate.back-test-page'),
    say('validate.back-test-means'),
    backTestVerdict(here),
    ...here.flatMap((item) => [
      `## ${item.title}`,
      `\`${item.id}\`. ${item.source}.`,
      markdownTable('back-test', item.rows),
      ...scoreLines(caseScore(item.rows)),
    ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function isBackTest({ level }: CheckedCase): boolean {
  return level === 'back-test';
}

function verdict(cases: readonly CheckedCase[]): string {
  const values = cases.filter((item) => !isBackTest(item));
  const backTests = cases.filter(isBackTest);
  const sentences = values.length > 0 || backTests.length === 0 ? [valueVerdict(values)] : [];
  return [...sentences, ...(backTests.length > 0 ? [backTestVerdict(backTests)] : [])].join('\n');
}

/** How many records lie inside what was predicted, and how many miss it with and without a reason. */
function backTestVerdict(cases: readonly CheckedCase[]): string {
  const rows = cases.flatMap((item) => item.rows);
  const inside = rows.filter((row) => row.inside).length;
  const known = rows.filter((row) => !row.inside && row.misses !== undefined).length;
  const wrong = rows.length - inside - known + rows.filter((row) => row.inside && row.misses !== undefined).length;
  const misses = known > 0 ? said('validate.misses', { count: known }) : '';
  const faults = wrong > 0 ? said('validate.faults', { count: wrong }) : '';
  return say('validate.records', { count: rows.length, inside, misses, faults });
}

function valueVerdict(cases: readonly CheckedCase[]): string {
  const rows = cases.flatMap((item) => item.rows);
  const outside = rows.filter((row) => !row.inside).length;
  const count = (level: Level) =>
    cases.filter((item) => item.level === level).reduce((sum, item) => sum + item.rows.length, 0);
  return say('validate.values', {
    count: rows.length,
    cases: cases.length,
    published: count('published'),
    independent: count('independent'),
    selfConsistent: count('self-consistent'),
    verdict: outside === 0 ? said('validate.all-inside') : said('validate.outside', { count: outside }),
  });
}

/** All rows of a short case; of a long one those outside and the worst of the others, by share of the tolerance used. */
function shortened(rows: readonly CheckedRow[], short: number, worst: number): readonly CheckedRow[] {
  if (rows.length <= short) return rows;
  const used = (row: CheckedRow) => (row.difference === 0 ? 0 : Math.abs(row.difference) / allowance(row));
  const outside = rows.filter((row) => !row.inside);
  const inside = rows.filter((row) => row.inside).sort((a, b) => used(b) - used(a));
  return [...outside, ...inside.slice(0, worst)];
}

/** What the difference may be. */
function allowance({ tolerance, band }: CheckedRow): number {
  return band ? (band.high - band.low) / 2 : tolerance;
}

function restOf(item: CheckedCase, shown: number): string {
  return say('validate.worst', { count: item.rows.length, rest: item.rows.length - shown });
}

function header(level: Level): string[] {
  const [value, allowed] =
    level === 'back-test' ? (['predicted', 'band'] as const) : (['computed', 'tolerance'] as const);
  const rest = [value, 'difference', allowed, 'unit', 'why'] as const;
  return ['', say('validate.what'), say(`validate.column-${level}`), ...rest.map((key) => say(`validate.${key}`))];
}

function cells(row: CheckedRow): string[] {
  return [
    markOf(row),
    row.what,
    readable(row.published, 8),
    readable(row.computed, 8),
    difference(row, row.difference),
    row.band ? range(readable(row.band.low), readable(row.band.high)) : difference(row, row.tolerance),
    row.unit,
    row.misses === undefined ? row.why : say('validate.misses-because', { reason: row.misses, why: row.why }),
  ];
}

function markOf({ inside, misses }: CheckedRow): string {
  if (inside) return misses === undefined ? '' : say('validate.mark-inside');
  return say(misses === undefined ? 'validate.mark-outside' : 'validate.mark-misses');
}

function difference(row: CheckedRow, value: number): string {
  return row.relative ? `${readable(100 * value, 3)}${numberStyle().percentSpace}%` : readable(value, 3);
}

function markdownTable(level: Level, rows: readonly CheckedRow[]): string {
  const escaped = (text: string) => text.replaceAll('|', '\\|');
  const line = (words: readonly string[]) => `| ${words.map(escaped).join(' | ')} |`;
  const named = header(level).slice(1);
  return [
    line(named),
    '| --- | ---: | ---: | ---: | ---: | --- | --- |',
    ...rows.map((row) => {
      const [mark, what, ...rest] = cells(row);
      return line([mark ? `**${mark}** ${what}` : what, ...rest]);
    }),
  ].join('\n');
}
