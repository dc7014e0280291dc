import type { PointResult, StudyResult } from '../../flow/study.ts';
import { count, money, percent, short } from '../../words/numbers.ts';
import { tell } from '../../words/words.ts';
import { type Align, heading, plainStyle, type Style, table } from '../text.ts';
import { frontierBand, frontierSentence, frontierWord } from './frontier-text.ts';
import { inputName, labelWords, namedValue, nounAndUnit, valueWords } from './input-words.ts';
import { basesOf, goalWords, movingRows, outputWords } from './output-words.ts';
import { varyingInputs } from './varying.ts';
import { worstCaseSentence, worstCaseTable } from './worst-case-text.ts';

const MAX_ROWS = 40;

/** The answer of a study on one screen: points, where the level is reached, which inputs matter. */
export function studyText(result: StudyResult, style: Style = plainStyle): string {
  const done = result.points.filter(({ state }) => state === 'complete').length;
  const trials = result.points.reduce((sum, point) => sum + point.trials, 0);
  const lines = [
    style.bold(result.name),
    `${count(done)} of ${count(result.points.length)} design points, ${count(trials)} trials; scenario: ${result.scenario}${fixedWords(result)}`,
  ];
  if (result.frontier) lines.push(...frontierLines(result, style));
  if (result.worstCase) lines.push(...worstCaseLines(result, style));
  lines.push(heading('Design points', style), pointTable(result, style));
  if (result.points.length > MAX_ROWS)
    lines.push(`  ... and ${count(result.points.length - MAX_ROWS)} more in points.parquet`);
  lines.push(...sensitivityLines(result, style), ...failureLines(result, style));
  if (result.notes.length > 0) lines.push(heading('Notes', style), ...result.notes.map((note) => `  ${tell(note)}`));
  lines.push('', `result ${result.resultHash.slice(0, 16)}, study ${result.studyHash.slice(0, 16)}`);
  return lines.join('\n');
}

/** Inputs that have one value throughout: "; salvo 4 throughout". */
export function fixedWords(result: StudyResult): string {
  const varying = varyingInputs(result);
  const fixed = [...result.inputs.keys()].filter((index) => !varying.includes(index));
  const words = fixed.map((index) =>
    namedValue(
      inputName(result, result.inputs[index]!.name),
      valueWords(result, index, result.points[0]?.values[index]),
    ),
  );
  return words.length > 0 ? `; ${words.join(', ')} throughout` : '';
}

function pointTable(result: StudyResult, style: Style): string {
  const { inputs, points } = result;
  const hasEffect = points.some(({ columns }) => columns.noLeaker !== undefined);
  const hasCost = points.some(({ columns }) => Number.isFinite(columns.totalMusd));
  const varying = varyingInputs(result);
  const head = [
    ...varying.map((index) => inputs[index]!.label ?? inputs[index]!.name),
    ...(hasEffect ? ['no leaker', '95 %', 'leakers', 'trials'] : []),
  ];
  if (hasCost) head.push('cost');
  const rows = points.slice(0, MAX_ROWS).map((point) => {
    const cells = varying.map((index) => valueWords(result, index, point.values[index]));
    if (hasEffect) cells.push(...effectCells(point));
    if (hasCost) cells.push(money(point.columns.totalMusd ?? Number.NaN));
    return cells;
  });
  return rightTable(head, rows, style);
}

function effectCells({ columns, trials, state }: PointResult): string[] {
  const mark = state === 'complete' ? '' : state === 'failed' ? ' (failed)' : ' (unfinished)';
  return [
    percent(columns.noLeaker ?? Number.NaN),
    `${percent(columns['noLeaker.low'] ?? Number.NaN)} to ${percent(columns['noLeaker.high'] ?? Number.NaN)}`,
    short(columns.expectedLeakers ?? Number.NaN),
    count(trials) + mark,
  ];
}

function rightTable(head: readonly string[], rows: string[][], style: Style): string {
  return table(
    [...head],
    rows,
    head.map((): Align => 'right'),
    style,
  );
}

function frontierLines(result: StudyResult, style: Style): string[] {
  const { title, head, rows } = frontierTable(result);
  return ['', frontierSentence(result), heading(title, style), rightTable(head, rows, style)];
}

/** Title, head and rows of the table of a frontier. */
export function frontierTable(result: StudyResult): { title: string; head: string[]; rows: string[][] } {
  const frontier = result.frontier!;
  const { output, along, end, rows } = frontier;
  const others = varyingInputs(result).filter((index) => result.inputs[index]!.name !== along);
  const name = inputName(result, along);
  const cells = rows.map((row) => [
    ...others.map((index) => valueWords(result, index, row.inputs[result.inputs[index]!.name])),
    frontierWord(row, frontier),
    frontierBand(row, frontier),
    money(row.totalMusd),
  ]);
  const heads = others.map((index) => result.inputs[index]!.label ?? result.inputs[index]!.name);
  return {
    title: `${end === 'smallest' ? 'Smallest' : 'Largest'} ${nounAndUnit(name).noun} for ${outputWords(output).name} of ${goalWords(frontier)}`,
    head: [...heads, name, '95 %', 'cost there'],
    rows: cells,
  };
}

function worstCaseLines(result: StudyResult, style: Style): string[] {
  const { caption, head, rows } = worstCaseTable(result);
  return ['', worstCaseSentence(result), heading(caption, style), rightTable(head, rows, style)];
}

function sensitivityLines(result: StudyResult, style: Style): string[] {
  return [
    ...sobolLines(result, style),
    ...morrisLines(result, style),
    ...tornadoLines(result, style),
    ...shareLines(result, style),
  ];
}

const SIDES: Align[] = ['left', 'left', 'right', 'right', 'right', 'right'];

function sobolLines(result: StudyResult, style: Style): string[] {
  if (result.sobol.length === 0) return [];
  const range = (low: number, high: number) => `${short(low)} to ${short(high)}`;
  const rows = result.sobol.map((row) => [
    outputWords(row.output).head,
    inputName(result, row.input),
    short(row.firstIndex),
    range(row.firstLowIndex, row.firstHighIndex),
    short(row.totalIndex),
    range(row.totalLowIndex, row.totalHighIndex),
  ]);
  const head = ['output', 'input', 'alone', '95 %', 'in all', '95 %'];
  return [
    heading(
      'Share of the variance (Sobol indices; 95 % as if the points were random: those of a Sobol sequence do better)',
      style,
    ),
    table(head, rows, SIDES, style),
  ];
}

function morrisLines(result: StudyResult, style: Style): string[] {
  if (result.morris.length === 0) return [];
  const rows = result.morris.map(({ output, input, mean, meanAbsolute, deviation }) => {
    const { head, show } = outputWords(output);
    return [head, inputName(result, input), show(meanAbsolute), show(mean), show(deviation)];
  });
  const head = ['output', 'input', 'mean size', 'mean', 'deviation'];
  const title = 'Effect of going through the range (Morris)';
  return [heading(title, style), table(head, rows, SIDES.slice(0, 5), style)];
}

function tornadoLines(result: StudyResult, style: Style): string[] {
  const moving = movingRows(result.tornado);
  if (moving.length === 0) return [];
  const rows = moving.map((row) => {
    const { head, show } = outputWords(row.output);
    const ends = [
      `${show(row.atLow)} at ${labelWords(row.lowLabel)}`,
      `${show(row.atHigh)} at ${labelWords(row.highLabel)}`,
    ];
    return [head, inputName(result, row.input), ...ends];
  });
  const title = `What each input moves (${basesOf(moving)})`;
  return [heading(title, style), table(['output', 'input', 'from', 'to'], rows, SIDES.slice(0, 4), style)];
}

/** Shares of the spread that inputs of a sample explain alone. */
function shareLines({ shares, ...result }: StudyResult, style: Style): string[] {
  if (shares.length === 0) return [];
  const rows = shares.map(({ output, input, shareFraction, floorFraction }) => [
    outputWords(output).head,
    inputName(result, input),
    percent(shareFraction, 0),
    percent(floorFraction, 0),
  ]);
  const title = 'Share of the spread that an input explains alone (what chance may give is left out)';
  return [heading(title, style), table(['output', 'input', 'share', 'chance'], rows, SIDES.slice(0, 4), style)];
}

function failureLines({ failures }: StudyResult, style: Style): string[] {
  if (failures.length === 0) return [];
  const rows = failures
    .slice(0, 20)
    .map(({ shard, inputs, error }) => `  ${shard} ${JSON.stringify(inputs)}: ${error}`);
  return [
    heading(
      style.bad(`${count(failures.length)} ${failures.length === 1 ? 'part' : 'parts'} failed three times`),
      style,
    ),
    ...rows,
  ];
}
