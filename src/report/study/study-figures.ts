import type { MorrisRow, ResponseCurve, SobolRow, StudyResult, SwingRow } from '../../flow/study.ts';
import { short } from '../number.ts';
import { barChart } from '../svg/bar-chart.ts';
import { cut, type Figure } from '../svg/svg.ts';
import { tornadoChart } from '../svg/tornado-chart.ts';
import { frontierChart } from './frontier-chart.ts';
import { frontierSentence } from './frontier-text.ts';
import { outputWords } from './output-words.ts';
import { responseChart } from './response-chart.ts';

/** Letters of a value beside its bar. */
const MAX_LABEL = 18;

/** Pictures of a study: response curves, tornado, indices, as far as the design gives them. */
export function studyFigures(result: StudyResult): Figure[] {
  const outputs = [
    ...new Set([...result.curves, ...result.tornado, ...result.sobol, ...result.morris].map((row) => row.output)),
  ];
  return outputs.flatMap((output) => {
    const of = <T extends { output: string }>(rows: T[]) => rows.filter((row) => row.output === output);
    return [
      ...sobolFigure(output, of(result.sobol)),
      ...morrisFigure(output, of(result.morris)),
      ...tornadoFigure(output, of(result.tornado)),
      ...of(result.curves).map(curveFigure),
    ];
  });
}

/** The output along the input that the study looks along, by all other inputs; none without `find`. */
export function frontierFigure(result: StudyResult): Figure[] {
  if (!result.frontier) return [];
  const { output, atLeast, along } = result.frontier;
  const { name, show } = outputWords(output);
  const sentence = frontierSentence(result);
  const points = result.points.filter(({ columns }) => Number.isFinite(columns[output]));
  return [
    {
      id: `frontier-${output}`,
      title: `${name} along ${along}, by all other inputs`,
      sentence: `Lines with their 95 % interval; dashed: ${show(atLeast)}.`,
      svg: frontierChart(sentence, result),
      columns: [...result.inputs.map((input) => input.name), output, 'low', 'high'],
      rows: points.map(({ values, columns }) => [
        ...values.map((value) => (typeof value === 'number' ? value : JSON.stringify(value))),
        columns[output]!,
        columns[`${output}.low`] ?? Number.NaN,
        columns[`${output}.high`] ?? Number.NaN,
      ]),
    },
  ];
}

function sobolFigure(output: string, rows: SobolRow[]): Figure[] {
  if (rows.length === 0) return [];
  const sorted = [...rows].sort((a, b) => b.totalIndex - a.totalIndex);
  const { name } = outputWords(output);
  const sentence = `${sorted[0]!.input} explains most of how ${name} varies: ${short(sorted[0]!.totalIndex)} of the variance, with all it interacts with.`;
  const bars = sorted.map(({ input, totalIndex, totalLowIndex, totalHighIndex, firstIndex }) => ({
    name: input,
    value: Math.max(0, totalIndex),
    low: Math.max(0, totalLowIndex),
    high: Math.max(0, totalHighIndex),
    words: `${short(totalIndex)} (alone ${short(firstIndex)})`,
  }));
  const columns = [
    'input',
    'firstIndex',
    'firstLowIndex',
    'firstHighIndex',
    'totalIndex',
    'totalLowIndex',
    'totalHighIndex',
  ];
  return [
    {
      id: `sobol-${output}`,
      title: `Share of the variance of ${name}`,
      sentence,
      svg: barChart(sentence, bars, { axisTitle: 'total index, 95 % interval' }),
      columns,
      rows: sorted.map((row) => [
        row.input,
        row.firstIndex,
        row.firstLowIndex,
        row.firstHighIndex,
        row.totalIndex,
        row.totalLowIndex,
        row.totalHighIndex,
      ]),
    },
  ];
}

function morrisFigure(output: string, rows: MorrisRow[]): Figure[] {
  if (rows.length === 0) return [];
  const sorted = [...rows].sort((a, b) => b.meanAbsolute - a.meanAbsolute);
  const { name, show } = outputWords(output);
  const sentence = `${sorted[0]!.input} moves ${name} most: by ${show(sorted[0]!.meanAbsolute)} on average over its range.`;
  const bars = sorted.map(({ input, meanAbsolute }) => ({
    name: input,
    value: meanAbsolute,
    words: show(meanAbsolute),
  }));
  return [
    {
      id: `morris-${output}`,
      title: `Effect of each input on ${name}`,
      sentence,
      svg: barChart(sentence, bars, { axisWords: show, axisTitle: 'mean size of the effect' }),
      columns: ['input', 'mean', 'meanAbsolute', 'deviation'],
      rows: sorted.map(({ input, mean, meanAbsolute, deviation }) => [input, mean, meanAbsolute, deviation]),
    },
  ];
}

function tornadoFigure(output: string, all: SwingRow[]): Figure[] {
  const rows = all.filter(({ swing }) => swing > 0);
  if (rows.length === 0) return [];
  const { name, show } = outputWords(output);
  const first = rows[0]!;
  const sentence = `${first.input} moves ${name} most: from ${show(first.atLow)} at ${first.lowLabel} to ${show(first.atHigh)} at ${first.highLabel}.`;
  const middle = rows.reduce((sum, { atLow, atHigh }) => sum + (atLow + atHigh) / 2, 0) / rows.length;
  const swings = rows.map(({ input, atLow, atHigh, lowLabel, highLabel }) => ({
    name: input,
    atLow,
    atHigh,
    lowWords: cut(lowLabel, MAX_LABEL),
    highWords: cut(highLabel, MAX_LABEL),
  }));
  return [
    {
      id: `tornado-${output}`,
      title: `What moves ${name}`,
      sentence,
      svg: tornadoChart(sentence, middle, swings, show, name),
      columns: ['input', 'lowLabel', 'atLow', 'highLabel', 'atHigh'],
      rows: rows.map(({ input, lowLabel, atLow, highLabel, atHigh }) => [input, lowLabel, atLow, highLabel, atHigh]),
    },
  ];
}

function curveFigure(curve: ResponseCurve): Figure {
  const { name, show } = outputWords(curve.output);
  const [first, last] = [curve.points[0]!, curve.points.at(-1)!];
  const sentence = `${name} goes from ${show(first.mean)} at ${curve.input} ${first.label} to ${show(last.mean)} at ${last.label}; shaded: ${curve.band}.`;
  return {
    id: `curve-${curve.output}-${curve.input}`,
    title: `${name} along ${curve.input}`,
    sentence,
    svg: responseChart(sentence, curve, show),
    columns: [curve.input, 'mean', 'low', 'high', 'pointCount'],
    rows: curve.points.map(({ label, mean, low, high, pointCount }) => [label, mean, low, high, pointCount]),
  };
}
