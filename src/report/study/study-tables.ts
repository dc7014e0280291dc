import type { PointResult, StudyInput, StudyResult } from '../../flow/study.ts';
import { count } from '../../words/numbers.ts';
import { columnLines } from '../tables/readme.ts';
import { type Column, type Field, rowCount, type TidyTable, tidyTable } from '../tables/tidy-table.ts';

/** The table of design points: index, inputs, state, trials, then every column of the answer. */
export function pointsTable({ points, inputs }: StudyResult): TidyTable {
  const names = [...new Set(points.flatMap(({ columns }) => Object.keys(columns)))];
  return tidyTable<PointResult>('points', 'one design point', points, [
    ['point', 'whole', 'number of the design point, from 0', ({ index }) => index],
    ...inputs.map((input, i) => inputField(input, i, points)),
    ['state', 'text', 'complete, partial or failed', ({ state }) => state],
    ['trials', 'whole', 'raids flown', ({ trials }) => trials],
    ...names.map((name): Field<PointResult> => [name, 'number', aboutColumn(name), ({ columns }) => columns[name]]),
  ]);
}

/** Numbers stay numbers; anything else becomes its label in the study, or the word that stands for it. */
function inputField(
  { name, label, labels, paths }: StudyInput,
  i: number,
  points: readonly PointResult[],
): Field<PointResult> {
  const about = `${label ?? 'input'}: ${paths.join(', ')}`;
  const values = points.map((point) => point.values[i]);
  if (values.every((value) => typeof value === 'number'))
    return [name, 'number', about, (point) => point.values[i] as number];
  const word = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  const order = [...new Set(values.map(word))];
  const shown = labels?.length === order.length ? labels : order;
  return [name, 'text', about, (point) => shown[order.indexOf(word(point.values[i]))]];
}

const ABOUT: Record<string, string> = {
  noLeaker: 'chance that nothing gets through',
  allEngaged: 'chance that all missiles are shot at',
  expectedLeakers: 'missiles that get through, mean of a raid',
  expectedWarheads: 'warheads that get through, mean of a raid',
  totalMusd: "cost over the horizon, $ million of the scenario's price year",
};

const ABOUT_END: Record<string, string> = {
  low: 'lower end of the 95 % interval of',
  high: 'upper end of the 95 % interval of',
  totalMusd: "$ million of the scenario's price year for the element",
  musd: "$ million of the scenario's price year for the kind of cost",
  shotsPerRaid: 'interceptors released a raid by the layer',
  killsPerRaid: 'hits a raid by the layer',
  inReachMeanCount: 'interceptors that could reach the first missile in time, mean, of the layer',
  inReachNoneFraction: 'share of raids with no interceptor in reach, of the layer',
  p10S: 'tenth percentile, seconds:',
  medianS: 'median, seconds:',
  p90S: 'ninetieth percentile, seconds:',
};

/** What a column of the answer holds: by its name, or by the thing before the dot and the measure after it. */
function aboutColumn(name: string): string {
  if (ABOUT[name]) return ABOUT[name];
  const dot = name.lastIndexOf('.');
  const [thing, measure] = [name.slice(0, dot), name.slice(dot + 1)];
  if (thing === 'leakers' || thing === 'warheads') return `${thing} a raid that got through for the reason ${measure}`;
  return `${ABOUT_END[measure] ?? measure} ${thing}`;
}

const ABOUT_TRIALS: Record<string, [kind: Column['kind'], about: string]> = {
  point: ['whole', 'number of the design point'],
  trial: ['whole', 'number of the trial, from 0; the same raid at every point'],
  startS: ['number', 'first launch, seconds after the epoch'],
  leakerCount: ['whole', 'missiles that got through'],
  warheadLeakerCount: ['whole', 'warheads that got through'],
  engagedCount: ['whole', 'missiles that were shot at'],
  shotCount: ['whole', 'interceptors released'],
  killCount: ['whole', 'hits that stopped something'],
};

/**
 * README of the folder of a study: what each file and column holds.
 *
 * @param trialColumns columns of the table of trials; none: it is not written
 */
export function studyReadme(result: StudyResult, points: TidyTable, trialColumns: readonly string[]): string {
  const { name, version, catalogHash, studyHash, resultHash, scenario } = result;
  const rows = rowCount(points);
  const trials = result.points.reduce((sum, point) => sum + point.trials, 0);
  const trialLines = trialColumns.map((column) => {
    const [kind, about] = ABOUT_TRIALS[column];
    return { name: column, kind, about };
  });
  const trialPart =
    trialColumns.length > 0
      ? `\n## trials\n\nA row: one raid at one design point. ${count(trials)} rows.\n\n${columnLines(trialLines)}\n`
      : '';
  return `# ${name}

A study of "${scenario}". Tables as CSV and as Parquet with the same rows. The unit of a number is the suffix of its name: \`S\` seconds,
\`Musd\` millions of dollars, \`Fraction\` 0 to 1, \`Count\` a count. An empty cell (null in Parquet): there is no answer.
Text that a spreadsheet would take for a formula has a leading apostrophe in the CSV and none in the Parquet file.
\`report.html\` is the answer to read, \`summary.json\` the whole of it; \`study.json\` and \`ledger.jsonl\` are the work, which \`cupola sweep --resume\` goes on with.

cupola ${version}, catalog ${catalogHash}, study ${studyHash}, result ${resultHash}.

## points

A row: ${points.about}. ${count(rows)} ${rows === 1 ? 'row' : 'rows'}.

${columnLines(points.columns)}
${trialPart}`;
}
