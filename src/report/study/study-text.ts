import type { PointResult, StudyResult } from '../../flow/study.ts';
import { count, money, percent, short } from '../number.ts';
import { type Align, heading, plainStyle, type Style, table } from '../text.ts';
import { frontierBand, frontierSentence, frontierWord } from './frontier-text.ts';
import { inputLabel, outputWords } from './output-words.ts';
import { varyingInputs } from './varying.ts';

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
  lines.push(heading('Design points', style), pointTable(result, style));
  if (result.points.length > MAX_ROWS)
    lines.push(`  ... and ${count(result.points.length - MAX_ROWS)} more in points.parquet`);
  lines.push(...sensitivityLines(result, style), ...failureLines(result, style));
  if (result.notes.length > 0) lines.push(heading('Notes', style), ...result.notes.map((note) => `  ${note}`));
  lines.push('', `result ${result.resultHash.slice(0, 16)}, study ${result.studyHash.slice(0, 16)}`);
  return lines.join('\n');
}

/** Inputs that have one value throughout: "; salvo 4 throughout". */
export function fixedWords(result: StudyResult): string {
  const varying = varyingInputs(result);
  const fixed = [...result.inputs.keys()].filter((index) => !varying.includes(index));
  const words = fixed.map(
    (index) => `${result.inputs[index]!.name} ${inputLabel(result, index, result.points[0]?.values[index])}`,
  );
  return words.length > 0 ? `; ${words.join(', ')} throughout` : '';
}

function pointTable(result: StudyResult, style: Style): string {
  const { inputs, points } = result;
  const hasEffect = points.some(({ columns }) => columns.noLeaker !== undefined);
  const hasCost = points.some(({ columns }) => Number.isFinite(columns.totalMusd));
  const varying = varyingInputs(result);
  const head = [
    ...varying.map((index) => inputs[index]!.name),
    ...(hasEffect ? ['no leaker', '95 %', 'leakers', 'trials'] : []),
  ];
  if (hasCost) head.push('cost');
  const rows = points.slice(0, MAX_ROWS).map((point) => {
    const cells = varying.map((index) => inputLabel(result, index, point.values[index]));
    if (hasEffect) cells.push(...effectCells(point));
    if (hasCost) cells.push(money(point.columns.totalMusd ?? Number.NaN));
    return cells;
  });
  return table(
    head,
    rows,
    head.map((): Align => 'right'),
    style,
  );
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

function frontierLines(result: StudyResult, style: Style): string[] {
  const { output, atLeast, along, rows } = result.frontier!;
  const others = varyingInputs(result).filter((index) => result.inputs[index]!.name !== along);
  const { name, show } = outputWords(output);
  const head = [...others.map((index) => result.inputs[index]!.name), along, '95 %', 'cost there'];
  const cells = rows.map((row) => [
    ...others.map((index) => inputLabel(result, index, row.inputs[result.inputs[index]!.name])),
    frontierWord(row),
    frontierBand(row),
    money(row.totalMusd),
  ]);
  const title = `Smallest ${along} for ${name} of ${show(atLeast)} or more`;
  return [
    '',
    frontierSentence(result),
    heading(title, style),
    table(
      head,
      cells,
      head.map((): Align => 'right'),
      style,
    ),
  ];
}

function sensitivityLines({ sobol, morris, tornado }: StudyResult, style: Style): string[] {
  const lines: string[] = [];
  const right: Align[] = ['left', 'left', 'right', 'right', 'right', 'right'];
  const range = (low: number, high: number) => `${short(low)} to ${short(high)}`;
  if (sobol.length > 0) {
    const rows = sobol.map((row) => [
      outputWords(row.output).name,
      row.input,
      short(row.firstIndex),
      range(row.firstLowIndex, row.firstHighIndex),
      short(row.totalIndex),
      range(row.totalLowIndex, row.totalHighIndex),
    ]);
    const head = ['output', 'input', 'alone', '95 %', 'in all', '95 %'];
    lines.push(heading('Share of the variance (Sobol indices)', style), table(head, rows, right, style));
  }
  if (morris.length > 0) {
    const rows = morris.map(({ output, input, mean, meanAbsolute, deviation }) => {
      const { name, show } = outputWords(output);
      return [name, input, show(meanAbsolute), show(mean), show(deviation)];
    });
    const head = ['output', 'input', 'mean size', 'mean', 'deviation'];
    lines.push(
      heading('Effect of going through the range (Morris)', style),
      table(head, rows, right.slice(0, 5), style),
    );
  }
  if (tornado.length > 0) {
    const rows = tornado
      .filter(({ swing }) => swing > 0)
      .map((row) => {
        const { name, show } = outputWords(row.output);
        return [name, row.input, `${show(row.atLow)} at ${row.lowLabel}`, `${show(row.atHigh)} at ${row.highLabel}`];
      });
    lines.push(
      heading('What each input moves', style),
      table(['output', 'input', 'from', 'to'], rows, right.slice(0, 4), style),
    );
  }
  return lines;
}

function failureLines({ failures }: StudyResult, style: Style): string[] {
  if (failures.length === 0) return [];
  const rows = failures
    .slice(0, 20)
    .map(({ shard, inputs, error }) => `  ${shard} ${JSON.stringify(inputs)}: ${error}`);
  return [heading(style.bad(`${count(failures.length)} parts failed, each three times`), style), ...rows];
}
