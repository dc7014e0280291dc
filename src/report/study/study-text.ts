import type { PointResult, StudyResult } from '../../flow/study.ts';
import { count, money, percent, range, short } from '../../words/numbers.ts';
import { say, tell } from '../../words/words.ts';
import { type Align, heading, plainStyle, type Style, table } from '../text.ts';
import { frontierBand, frontierSentence, frontierWord } from './frontier-text.ts';
import { inputName, labelWords, namedValue, nounAndUnit, valueWords } from './input-words.ts';
import { basesOf, goalWords, movingRows, outputWords } from './output-words.ts';
import { varyingInputs } from './varying.ts';
import { worstCaseSentence, worstCaseTable } from './worst-case-text.ts';

const MAX_ROWS = 40;
/** Where all rows are. */
export const POINTS_FILE = 'points.parquet';

/** The answer of a study on one screen: points, where the level is reached, which inputs matter. */
export function studyText(result: StudyResult, style: Style = plainStyle): string {
  const done = result.points.filter(({ state }) => state === 'complete').length;
  const trials = result.points.reduce((sum, point) => sum + point.trials, 0);
  const lines = [
    style.bold(result.name),
    say('sweep.lead', {
      done,
      points: result.points.length,
      trials,
      scenario: result.scenario,
      fixed: fixedWords(result),
    }),
  ];
  if (result.frontier) lines.push(...frontierLines(result, style));
  if (result.worstCase) lines.push(...worstCaseLines(result, style));
  lines.push(heading(say('sweep.points'), style), pointTable(result, style));
  if (result.points.length > MAX_ROWS)
    lines.push(`  ${say('sweep.more-points', { count: result.points.length - MAX_ROWS, file: POINTS_FILE })}`);
  lines.push(...sensitivityLines(result, style), ...failureLines(result, style));
  if (result.notes.length > 0)
    lines.push(heading(say('report.notes'), style), ...result.notes.map((note) => `  ${tell(note)}`));
  lines.push('', say('sweep.hashes', { result: result.resultHash.slice(0, 16), study: result.studyHash.slice(0, 16) }));
  return lines.join('\n');
}

/** Inputs that have one value throughout: "; salvo 4 throughout". */
export function fixedWords(result: StudyResult): string {
  const varying = varyingInputs(result);
  const fixed = [...result.inputs.keys()].filter((index) => !varying.includes(index));
  const words = fixed.map((index) =>
    namedValue(
      inputName(result, result.inputs[index].name),
      valueWords(result, index, result.points[0]?.values[index]),
    ),
  );
  return words.length > 0 ? say('sweep.fixed', { list: words }) : '';
}

function pointTable(result: StudyResult, style: Style): string {
  const { inputs, points } = result;
  const hasEffect = points.some(({ columns }) => columns.noLeaker !== undefined);
  const hasCost = points.some(({ columns }) => Number.isFinite(columns.totalMusd));
  const varying = varyingInputs(result);
  const head = [
    ...varying.map((index) => inputs[index].label ?? inputs[index].name),
    ...(hasEffect ? effectHeads() : []),
  ];
  if (hasCost) head.push(say('head.cost'));
  const rows = points.slice(0, MAX_ROWS).map((point) => {
    const cells = varying.map((index) => valueWords(result, index, point.values[index]));
    if (hasEffect) cells.push(...effectCells(point));
    if (hasCost) cells.push(money(point.columns.totalMusd ?? Number.NaN));
    return cells;
  });
  return rightTable(head, rows, style);
}

/** Heads of the columns that {@link effectCells} fills. */
export function effectHeads(): string[] {
  return [say('sweep.no-leaker-head'), say('sweep.ci'), say('sweep.leakers-head'), say('sweep.trials')];
}

/** What a point came to: chance of no leaker with its interval, leakers, trials with a mark where they are not all. */
function effectCells({ columns, trials, state }: PointResult): string[] {
  return [
    percent(columns.noLeaker ?? Number.NaN),
    range(percent(columns['noLeaker.low'] ?? Number.NaN), percent(columns['noLeaker.high'] ?? Number.NaN)),
    short(columns.expectedLeakers ?? Number.NaN),
    state === 'complete' ? count(trials) : say(state === 'failed' ? 'sweep.failed' : 'sweep.unfinished', { trials }),
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
  const others = varyingInputs(result).filter((index) => result.inputs[index].name !== along);
  const name = inputName(result, along);
  const cells = rows.map((row) => [
    ...others.map((index) => valueWords(result, index, row.inputs[result.inputs[index].name])),
    frontierWord(row, frontier),
    frontierBand(row, frontier),
    money(row.totalMusd),
  ]);
  const heads = others.map((index) => result.inputs[index].label ?? result.inputs[index].name);
  return {
    title: say(end === 'smallest' ? 'sweep.smallest' : 'sweep.largest', {
      noun: nounAndUnit(name).noun,
      output: outputWords(output).name,
      goal: goalWords(frontier),
    }),
    head: [...heads, name, say('sweep.ci'), say('sweep.cost-there')],
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

const inputHeads = () => [say('sweep.output'), say('sweep.input')];
const SIDES: Align[] = ['left', 'left', 'right', 'right', 'right', 'right'];

function sobolLines(result: StudyResult, style: Style): string[] {
  if (result.sobol.length === 0) return [];
  const rows = result.sobol.map((row) => [
    outputWords(row.output).head,
    inputName(result, row.input),
    short(row.firstIndex),
    range(short(row.firstLowIndex), short(row.firstHighIndex)),
    short(row.totalIndex),
    range(short(row.totalLowIndex), short(row.totalHighIndex)),
  ]);
  const head = [...inputHeads(), say('sweep.alone'), say('sweep.ci'), say('sweep.in-all'), say('sweep.ci')];
  return [heading(say('sweep.sobol'), style), table(head, rows, SIDES, style)];
}

function morrisLines(result: StudyResult, style: Style): string[] {
  if (result.morris.length === 0) return [];
  const rows = result.morris.map(({ output, input, mean, meanAbsolute, deviation }) => {
    const { head, show } = outputWords(output);
    return [head, inputName(result, input), show(meanAbsolute), show(mean), show(deviation)];
  });
  const head = [...inputHeads(), say('sweep.mean-size'), say('sweep.mean'), say('sweep.deviation')];
  return [heading(say('sweep.morris'), style), table(head, rows, SIDES.slice(0, 5), style)];
}

function tornadoLines(result: StudyResult, style: Style): string[] {
  const moving = movingRows(result.tornado);
  if (moving.length === 0) return [];
  const rows = moving.map((row) => {
    const { head, show } = outputWords(row.output);
    const ends = [
      say('sweep.at', { value: show(row.atLow), label: labelWords(row.lowLabel) }),
      say('sweep.at', { value: show(row.atHigh), label: labelWords(row.highLabel) }),
    ];
    return [head, inputName(result, row.input), ...ends];
  });
  const title = say('sweep.tornado', { bases: basesOf(moving) });
  const head = [...inputHeads(), say('sweep.from'), say('sweep.to')];
  return [heading(title, style), table(head, rows, SIDES.slice(0, 4), style)];
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
  const head = [...inputHeads(), say('head.share'), say('sweep.chance')];
  return [heading(say('sweep.shares'), style), table(head, rows, SIDES.slice(0, 4), style)];
}

function failureLines({ failures }: StudyResult, style: Style): string[] {
  if (failures.length === 0) return [];
  const rows = failures
    .slice(0, 20)
    .map(({ shard, inputs, error }) => `  ${shard} ${JSON.stringify(inputs)}: ${error}`);
  return [heading(style.bad(say('sweep.parts-failed', { count: failures.length })), style), ...rows];
}
