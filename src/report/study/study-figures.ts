import { barChart } from '../../figures/bar-chart.ts';
import type { Figure } from '../../figures/figure.ts';
import { cut } from '../../figures/fit-text.ts';
import { responseChart } from '../../figures/response-chart.ts';
import { tornadoChart } from '../../figures/tornado-chart.ts';
import type { MorrisRow, ShareRow, SobolRow, StudyCurve, StudyResult, SwingRow } from '../../flow/study.ts';
import { percent } from '../../words/numbers.ts';
import { meaningIn, say } from '../../words/words.ts';
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
  const { name, ofName } = outputWords(output);
  const first = sorted[0];
  const sentence = say('sweep.sobol-say', {
    input: capital(inputName(result, first.input)),
    output: name,
    total: first.totalIndex,
    alone: first.firstIndex,
  });
  const bars = sorted.map(({ input, totalIndex, totalLowIndex, totalHighIndex, firstIndex }) => ({
    name: inputName(result, input),
    value: Math.max(0, totalIndex),
    low: Math.max(0, totalLowIndex),
    high: Math.max(0, totalHighIndex),
    words: say('sweep.sobol-bar', { total: totalIndex, alone: firstIndex }),
  }));
  return [
    {
      id: `sobol-${output}`,
      title: say('sweep.sobol-title', { ofOutput: ofName }),
      sentence,
      chart: barChart(bars, { axisTitle: say('sweep.sobol-axis') }),
      columns: [
        say('sweep.input'),
        say('sweep.alone'),
        say('sweep.ci-from'),
        say('sweep.to'),
        say('sweep.in-all'),
        say('sweep.ci-from'),
        say('sweep.to'),
      ],
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
  const first = sorted[0];
  const sentence = say('sweep.morris-say', {
    input: capital(inputName(result, first.input)),
    output: name,
    by: show(first.meanAbsolute),
  });
  const bars = sorted.map(({ input, meanAbsolute }) => ({
    name: inputName(result, input),
    value: meanAbsolute,
    words: show(meanAbsolute),
  }));
  return [
    {
      id: `morris-${output}`,
      title: say('sweep.morris-title', { output: name }),
      sentence,
      chart: barChart(bars, { axisWords: show, axisTitle: say('sweep.morris-axis') }),
      columns: [say('sweep.input'), say('sweep.mean'), say('sweep.mean-size'), say('sweep.deviation')],
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
  const first = rows[0];
  const title = say('sweep.tornado-title', { output: name });
  const sentence = say('sweep.tornado-say', {
    input: capital(inputName(result, first.input)),
    output: name,
    low: show(first.atLow),
    lowLabel: labelWords(first.lowLabel),
    high: show(first.atHigh),
    highLabel: labelWords(first.highLabel),
    bases: basesOf(rows),
  });
  const there = say('sweep.there', { output: head });
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
      columns: [say('sweep.input'), say('sweep.low'), there, say('sweep.high'), there],
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
  const { name, ofName } = outputWords(output);
  const sentence = say('sweep.shares-say', {
    input: capital(inputName(result, first.input)),
    output: name,
    share: first.shareFraction,
    floor: first.floorFraction,
  });
  const bars = rows.map(({ input, shareFraction }) => ({
    name: inputName(result, input),
    value: shareFraction,
    words: percent(shareFraction, 0),
  }));
  return [
    {
      id: `shares-${output}`,
      title: say('sweep.shares-title', { ofOutput: ofName }),
      sentence,
      chart: barChart(bars, { axisWords: (value) => percent(value, 0), axisTitle: say('sweep.shares-axis') }),
      columns: [say('sweep.input'), say('head.share'), say('sweep.chance-may')],
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
  const output = capital(name);
  return {
    id: `curve-${curve.output}-${curve.input}`,
    title: say('sweep.along', { output, input }),
    sentence: curveSentence(curve, { output, input, band: meaningIn(curve.band) }, show),
    chart: responseChart({ ...curve, input }, show),
    columns: [
      input,
      say('sweep.output-mean', { output: head }),
      say('sweep.band-from'),
      say('sweep.to'),
      say('sweep.design-points'),
    ],
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
function curveSentence(
  { points }: StudyCurve,
  words: { output: string; input: string; band: string },
  show: (value: number) => string,
): string {
  const at = ({ mean, label }: StudyCurve['points'][number]) =>
    say('sweep.at', { value: show(mean), label: labelWords(label) });
  const isNumeric = points.every(({ label }) => Number.isFinite(Number(label)));
  if (isNumeric) return say('sweep.curve-goes', { ...words, first: at(points[0]), last: at(points.at(-1)!) });
  const sorted = [...points].sort((a, b) => a.mean - b.mean);
  return say('sweep.curve-is', { ...words, first: at(sorted[0]), last: at(sorted.at(-1)!) });
}
