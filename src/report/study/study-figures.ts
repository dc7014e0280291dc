import { barChart } from '../../figures/bar-chart.ts';
import type { Figure } from '../../figures/figure.ts';
import { cut } from '../../figures/fit-text.ts';
import { responseChart } from '../../figures/response-chart.ts';
import { tornadoChart } from '../../figures/tornado-chart.ts';
import type { MorrisRow, ShareRow, SobolRow, StudyCurve, StudyResult, SwingRow } from '../../flow/study.ts';
import { percent, short } from '../../words/numbers.ts';
import { inputName, labelWords } from './input-words.ts';
import { basesOf, capital, movingRows, outputWords } from './output-words.ts';

/** Letters of a value beside its bar. */
const MAX_LABEL = 18;

/** The pictures of one output. */
export interface OutputFigures {
  output: string;
  figures: Figure[];
}

/** Pictures of a study by output, as far as the design gives them: indices, tornado, response curves. */
export function studyFigures(result: StudyResult): OutputFigures[] {
  const outputs = [
    ...new Set(
      [...result.curves, ...result.tornado, ...result.shares, ...result.sobol, ...result.morris].map(
        (row) => row.output,
      ),
    ),
  ];
  return outputs
    .map((output) => {
      const of = <T extends { output: string }>(rows: T[]) => rows.filter((row) => row.output === output);
      const figures = [
        ...sobolFigure(result, output, of(result.sobol)),
        ...morrisFigure(result, output, of(result.morris)),
        ...tornadoFigure(result, output, of(result.tornado)),
        ...shareFigure(result, output, of(result.shares)),
        ...of(result.curves)
          .filter(isBent)
          .map((curve) => curveFigure(result, curve)),
      ];
      return { output, figures };
    })
    .filter(({ figures }) => figures.length > 0);
}

/** Whether an output is not the same all along an input. */
function isBent({ points }: StudyCurve): boolean {
  const means = points.map(({ mean }) => mean);
  return Math.max(...means) - Math.min(...means) > 1e-9 * Math.max(...means.map(Math.abs));
}

function sobolFigure(result: StudyResult, output: string, rows: SobolRow[]): Figure[] {
  if (rows.every(({ totalIndex }) => !(totalIndex > 0))) return [];
  const sorted = [...rows].sort((a, b) => b.totalIndex - a.totalIndex);
  const { name } = outputWords(output);
  const first = sorted[0]!;
  const sentence = `${capital(inputName(result, first.input))} explains most of how ${name} varies: ${percent(first.totalIndex, 0)} of the variance with all it interacts with, ${percent(first.firstIndex, 0)} alone.`;
  const bars = sorted.map(({ input, totalIndex, totalLowIndex, totalHighIndex, firstIndex }) => ({
    name: inputName(result, input),
    value: Math.max(0, totalIndex),
    low: Math.max(0, totalLowIndex),
    high: Math.max(0, totalHighIndex),
    words: `${short(totalIndex)} (alone ${short(firstIndex)})`,
  }));
  return [
    {
      id: `sobol-${output}`,
      title: `Share of the variance of ${name} (Sobol indices)`,
      sentence,
      chart: barChart(bars, { axisTitle: 'total index, with its 95 % interval as if the points were random' }),
      columns: ['input', 'alone', '95 % from', 'to', 'in all', '95 % from', 'to'],
      rows: sorted.map((row) => [
        inputName(result, row.input),
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

function morrisFigure(result: StudyResult, output: string, rows: MorrisRow[]): Figure[] {
  if (rows.every(({ meanAbsolute }) => !(meanAbsolute > 0))) return [];
  const sorted = [...rows].sort((a, b) => b.meanAbsolute - a.meanAbsolute);
  const { name, show } = outputWords(output);
  const first = sorted[0]!;
  const sentence = `${capital(inputName(result, first.input))} moves ${name} most: by ${show(first.meanAbsolute)} on average over its range.`;
  const bars = sorted.map(({ input, meanAbsolute }) => ({
    name: inputName(result, input),
    value: meanAbsolute,
    words: show(meanAbsolute),
  }));
  return [
    {
      id: `morris-${output}`,
      title: `Effect of each input on ${name} (Morris)`,
      sentence,
      chart: barChart(bars, { axisWords: show, axisTitle: 'mean size of the effect' }),
      columns: ['input', 'mean', 'mean size', 'deviation'],
      rows: sorted.map(({ input, mean, meanAbsolute, deviation }) => [
        inputName(result, input),
        mean,
        meanAbsolute,
        deviation,
      ]),
    },
  ];
}

function tornadoFigure(result: StudyResult, output: string, all: SwingRow[]): Figure[] {
  const rows = movingRows(all);
  if (rows.length === 0) return [];
  const { name, head, show } = outputWords(output);
  const first = rows[0]!;
  const title = `What moves ${name}`;
  const sentence = `${capital(inputName(result, first.input))} moves ${name} most: from ${show(first.atLow)} at ${labelWords(first.lowLabel)} to ${show(first.atHigh)} at ${labelWords(first.highLabel)}. Shown: ${basesOf(rows)}.`;
  const swings = rows.map(({ input, atLow, atHigh, lowLabel, highLabel }) => ({
    name: inputName(result, input),
    atLow,
    atHigh,
    lowWords: cut(labelWords(lowLabel), MAX_LABEL),
    highWords: cut(labelWords(highLabel), MAX_LABEL),
  }));
  return [
    {
      id: `tornado-${output}`,
      title,
      sentence,
      chart: tornadoChart(first.middle, swings, show, head),
      columns: ['input', 'low', `${head} there`, 'high', `${head} there`],
      rows: rows.map(({ input, lowLabel, atLow, highLabel, atHigh }) => [
        inputName(result, input),
        labelWords(lowLabel),
        atLow,
        labelWords(highLabel),
        atHigh,
      ]),
    },
  ];
}

function shareFigure(result: StudyResult, output: string, rows: ShareRow[]): Figure[] {
  const first = rows[0];
  if (!first) return [];
  const { name } = outputWords(output);
  const sentence = `${capital(inputName(result, first.input))} alone explains ${percent(first.shareFraction, 0)} of how ${name} varies between the design points; chance may give ${percent(first.floorFraction, 0)}, and inputs below that are left out.`;
  const bars = rows.map(({ input, shareFraction }) => ({
    name: inputName(result, input),
    value: shareFraction,
    words: percent(shareFraction, 0),
  }));
  return [
    {
      id: `shares-${output}`,
      title: `Share of the spread of ${name} that an input explains alone`,
      sentence,
      chart: barChart(bars, { axisWords: (value) => percent(value, 0), axisTitle: 'share of the spread' }),
      columns: ['input', 'share', 'chance may give'],
      rows: rows.map(({ input, shareFraction, floorFraction }) => [
        inputName(result, input),
        shareFraction,
        floorFraction,
      ]),
    },
  ];
}

function curveFigure(result: StudyResult, curve: StudyCurve): Figure {
  const { name, head, show } = outputWords(curve.output);
  const input = inputName(result, curve.input);
  const sentence = `${capital(name)} ${curveWords(curve, input, show)}; shaded: ${curve.band}.`;
  return {
    id: `curve-${curve.output}-${curve.input}`,
    title: `${capital(name)} along ${input}`,
    sentence,
    chart: responseChart({ ...curve, input }, show),
    columns: [input, `${head}, mean`, 'band from', 'to', 'design points'],
    rows: curve.points.map(({ label, mean, low, high, pointCount }) => [
      labelWords(label),
      mean,
      low,
      high,
      pointCount,
    ]),
  };
}

/** Along numbers from one end to the other; among names the lowest and the highest. */
function curveWords({ points }: StudyCurve, input: string, show: (value: number) => string): string {
  const at = ({ mean, label }: StudyCurve['points'][number]) => `${show(mean)} at ${labelWords(label)}`;
  const isNumeric = points.every(({ label }) => Number.isFinite(Number(label)));
  if (isNumeric) return `goes from ${at(points[0]!)} to ${at(points.at(-1)!)} along ${input}`;
  const sorted = [...points].sort((a, b) => a.mean - b.mean);
  return `is ${at(sorted[0]!)}, ${at(sorted.at(-1)!)}`;
}
