import type { Level, ValidationRow } from '../../validation/case-types.ts';
import { alignedRows } from '../report/text.ts';
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

const LEVELS: readonly { level: Level; title: string; meaning: string; column: string }[] = [
  {
    level: 'published',
    title: 'Published value reproduced',
    meaning: 'The figure stands in a report, a paper or the press.',
    column: 'published',
  },
  {
    level: 'independent',
    title: 'Independent code agrees',
    meaning: 'The figure comes from other code or from published equations computed apart from this project.',
    column: 'reference',
  },
  {
    level: 'self-consistent',
    title: 'Self-consistent only',
    meaning: 'The figure follows from others by arithmetic or identities; it shows no error of ours but proves little.',
    column: 'expected',
  },
];
const BACK_TEST = {
  title: 'Back-tests',
  meaning:
    'What happened, beside what the catalog would have predicted. A record outside the prediction is shown as a miss with its reason; nothing is tuned to bring it in.',
  column: 'record',
};
const SHORT = 12;
const WORST = 3;
const LONG_PAGE = 60;
const WORST_ON_PAGE = 10;

/** The table for a terminal: a sentence, then each level with its cases; long cases by their worst rows unless `all`. */
export function validationScreen(cases: readonly CheckedCase[], all: boolean): string {
  const blocks = [verdict(cases)];
  for (const { level, title, column } of [...LEVELS, { ...BACK_TEST, level: 'back-test' as const }]) {
    const here = cases.filter((item) => item.level === level);
    if (here.length === 0) continue;
    blocks.push(title.toUpperCase());
    for (const item of here) {
      const rows = all ? item.rows : shortened(item.rows, SHORT, WORST);
      const table = alignedRows(
        [header(column), ...rows.map(cells)],
        ['left', 'left', 'right', 'right', 'right', 'right'],
      );
      const cut = rows.length < item.rows.length;
      const more = cut ? `\n  ${restOf(item, rows.length)}; cupola validate --case ${item.id} shows all.` : '';
      const scored = scoreLines(caseScore(item.rows)).map((line) => `\n  ${line}`);
      blocks.push(`${item.id}: ${item.title}\n${item.source}\n${table}${more}${scored.join('')}`);
    }
  }
  return blocks.join('\n\n');
}

/** The page docs/validation.md. */
export function validationMarkdown(all: readonly CheckedCase[]): string {
  const cases = all.filter((item) => !isBackTest(item));
  const blocks = [
    '# Validation',
    'Written by `cupola validate --markdown`; do not edit. Each case is a folder of `validation/` with its reference table and a README.',
    verdict(cases),
  ];
  for (const { level, title, meaning, column } of LEVELS) {
    const here = cases.filter((item) => item.level === level);
    if (here.length === 0) continue;
    blocks.push(`## ${title}`, meaning);
    for (const item of here) {
      const rows = shortened(item.rows, LONG_PAGE, WORST_ON_PAGE);
      blocks.push(`### ${item.title}`, `\`${item.id}\`. ${item.source}.`, markdownTable(column, rows));
      if (rows.length < item.rows.length) blocks.push(`${restOf(item, rows.length)}.`);
    }
  }
  return `${blocks.join('\n\n')}\n`;
}

/** The page docs/back-tests.md. */
export function backTestMarkdown(cases: readonly CheckedCase[]): string {
  const here = cases.filter(isBackTest);
  const blocks = [
    `# ${BACK_TEST.title}`,
    'Written by `cupola validate --back-tests --markdown`; do not edit. Each case is a folder of `validation/` with its record and a README.',
    BACK_TEST.meaning,
    backTestVerdict(here),
    ...here.flatMap((item) => [
      `## ${item.title}`,
      `\`${item.id}\`. ${item.source}.`,
      markdownTable(BACK_TEST.column, item.rows),
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
  const misses = known > 0 ? `, ${readable(known)} ${known === 1 ? 'misses' : 'miss'} it for the reason beside it` : '';
  const faults = wrong > 0 ? `; ${readable(wrong)} NOT AS SAID` : '';
  return `${readable(rows.length)} back-tests: ${readable(inside)} inside what was predicted${misses}${faults}.`;
}

function valueVerdict(cases: readonly CheckedCase[]): string {
  const rows = cases.flatMap((item) => item.rows);
  const outside = rows.filter((row) => !row.inside).length;
  const count = (level: Level) =>
    cases.filter((item) => item.level === level).reduce((sum, item) => sum + item.rows.length, 0);
  const by = `${count('published')} published, ${count('independent')} independent, ${count('self-consistent')} self-consistent`;
  const all = `${readable(rows.length)} values in ${cases.length} ${cases.length === 1 ? 'case' : 'cases'} (${by})`;
  return outside === 0
    ? `${all}: all inside their tolerance.`
    : `${all}: ${readable(outside)} OUTSIDE their tolerance.`;
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
  return `The worst of ${readable(item.rows.length)} values are shown; the other ${readable(item.rows.length - shown)} are inside`;
}

function header(column: string): string[] {
  const isRecord = column === BACK_TEST.column;
  const [value, allowed] = isRecord ? ['predicted', 'band or tolerance'] : ['computed', 'tolerance'];
  return ['', 'what', column, value, 'difference', allowed, 'unit', 'why'];
}

function cells(row: CheckedRow): string[] {
  return [
    markOf(row),
    row.what,
    readable(row.published, 8),
    readable(row.computed, 8),
    difference(row, row.difference),
    row.band ? `${readable(row.band.low)} to ${readable(row.band.high)}` : difference(row, row.tolerance),
    row.unit,
    row.misses === undefined ? row.why : `misses, because ${row.misses}; ${row.why}`,
  ];
}

function markOf({ inside, misses }: CheckedRow): string {
  if (inside) return misses === undefined ? '' : 'INSIDE';
  return misses === undefined ? 'OUTSIDE' : 'misses';
}

function difference(row: CheckedRow, value: number): string {
  return row.relative ? `${readable(100 * value, 3)} %` : readable(value, 3);
}

function markdownTable(column: string, rows: readonly CheckedRow[]): string {
  const escaped = (text: string) => text.replaceAll('|', '\\|');
  const line = (words: readonly string[]) => `| ${words.map(escaped).join(' | ')} |`;
  const named = header(column).slice(1);
  return [
    line(named),
    '| --- | ---: | ---: | ---: | ---: | --- | --- |',
    ...rows.map((row) => {
      const [mark, what, ...rest] = cells(row);
      return line([mark ? `**${mark}** ${what}` : what!, ...rest]);
    }),
  ].join('\n');
}
