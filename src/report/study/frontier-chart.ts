import type { PointResult, StudyResult } from '../../flow/study.ts';
import { bottomAxis, type Frame, leftAxis } from '../svg/axis.ts';
import { linear, logScale, niceTop, type Scale, ticks } from '../svg/scale.ts';
import { CHART_WIDTH, faint, ink, label, picture, series, tag } from '../svg/svg.ts';
import { inputName, namedValue, valueWords } from './input-words.ts';
import { outputWords } from './output-words.ts';
import { varyingInputs } from './varying.ts';

const HEIGHT = 190;
const GAP = 56;
const MAX_PANELS = 6;

/**
 * The output along the input that a study looks along: a line for each combination of the other inputs with its 95 % band,
 * in a panel for each value of the last of them, and the level that is looked for.
 */
export function frontierChart(sentence: string, result: StudyResult): string {
  const { output, level, along } = result.frontier!;
  const { show } = outputWords(output);
  const axis = result.inputs.findIndex(({ name }) => name === along);
  const others = varyingInputs(result).filter((index) => index !== axis);
  const panelInput = others.at(-1);
  const lineInputs = others.slice(0, -1);
  const panels = [...groupBy(result.points, panelInput === undefined ? [] : [panelInput]).values()].slice(
    0,
    MAX_PANELS,
  );
  const names = [...groupBy(result.points, lineInputs).keys()];
  const at = result.points.map(({ values }) => values[axis] as number);
  const [low, high] = [Math.min(...at), Math.max(...at)];
  const isLog = low > 0 && high / low >= 8;
  const top =
    output === 'expectedLeakers' ? niceTop(Math.max(...result.points.map((point) => column(point, output)))) : 1;
  const width = (CHART_WIDTH - 60) / Math.min(3, panels.length);
  const drawn = panels.map((points, i) => {
    const left = 60 + (i % 3) * width;
    const roof = 44 + Math.floor(i / 3) * (HEIGHT + GAP);
    const frame: Frame = { left, right: left + width - 24, top: roof, bottom: roof + HEIGHT - 30 };
    const x = isLog ? logScale(low, high, frame.left, frame.right) : linear(low, high, frame.left, frame.right);
    const y = linear(0, top, frame.bottom, frame.top);
    const marks = isLog ? levelsOf(result, axis) : ticks(low, high, 4);
    const title =
      panelInput === undefined
        ? ''
        : namedValue(
            inputName(result, result.inputs[panelInput]!.name),
            valueWords(result, panelInput, points[0]!.values[panelInput]),
          );
    const lines = [...groupBy(points, lineInputs)].map(([name, line]) =>
      lineOf(line, axis, output, x, y, series[names.indexOf(name) % series.length]!),
    );
    return [
      leftAxis(frame, y, ticks(0, top, 5), i % 3 === 0 ? show : () => ''),
      bottomAxis(frame, x, fewer(marks), String, inputName(result, along)),
      ...lines,
      tag('line', {
        x1: frame.left,
        x2: frame.right,
        y1: y(level),
        y2: y(level),
        stroke: ink,
        'stroke-dasharray': '5 4',
      }),
      label(frame.left, frame.top - 8, title, { size: 12 }),
    ].join('');
  });
  const legend =
    lineInputs.length === 0 ? [] : names.map((name, i) => legendItem(legendWords(result, lineInputs, name), i));
  const rows = Math.ceil(panels.length / 3);
  return picture(CHART_WIDTH, 44 + rows * (HEIGHT + GAP) - 20, sentence, ...legend, ...drawn);
}

function lineOf(line: readonly PointResult[], axis: number, output: string, x: Scale, y: Scale, color: string): string {
  const sorted = line
    .filter(({ columns }) => Number.isFinite(columns[output]))
    .sort((a, b) => (a.values[axis] as number) - (b.values[axis] as number));
  if (sorted.length === 0) return '';
  const place = (point: PointResult, name: string) =>
    `${x(point.values[axis] as number).toFixed(1)} ${y(column(point, name)).toFixed(1)}`;
  const band = [
    ...sorted.map((point) => place(point, `${output}.high`)),
    ...sorted.map((point) => place(point, `${output}.low`)).reverse(),
  ];
  return [
    tag('path', { d: `M${band.join('L')}Z`, fill: color, 'fill-opacity': '0.16' }),
    tag('path', {
      d: `M${sorted.map((point) => place(point, output)).join('L')}`,
      fill: 'none',
      stroke: color,
      'stroke-width': 2,
    }),
    ...sorted.map((point) =>
      tag('circle', { cx: x(point.values[axis] as number), cy: y(column(point, output)), r: 2.5, fill: color }),
    ),
  ].join('');
}

const column = ({ columns }: PointResult, name: string) => columns[name] ?? Number.NaN;

/** Points by the values of some inputs, as JSON. */
function groupBy(points: readonly PointResult[], inputs: readonly number[]): Map<string, PointResult[]> {
  const groups = new Map<string, PointResult[]>();
  for (const point of points) {
    const key = JSON.stringify(inputs.map((index) => point.values[index]));
    const group = groups.get(key);
    if (group) group.push(point);
    else groups.set(key, [point]);
  }
  return groups;
}

function legendWords(result: StudyResult, inputs: readonly number[], key: string): string {
  const values = JSON.parse(key) as unknown[];
  return inputs
    .map((index, i) => namedValue(inputName(result, result.inputs[index]!.name), valueWords(result, index, values[i])))
    .join(', ');
}

function legendItem(words: string, i: number): string {
  const [x, y] = [60 + (i % 4) * 165, 2 + Math.floor(i / 4) * 16];
  const box = tag('rect', { x, y, width: 12, height: 12, fill: series[i % series.length]! });
  return box + label(x + 17, y + 10, words, { color: faint, size: 11 });
}

/** The levels of an input as the study has them, without what a search put between; of a matrix all its values. */
function levelsOf({ inputs, points }: StudyResult, axis: number): number[] {
  const named = (inputs[axis]!.labels ?? []).map(Number);
  const levels =
    named.length > 0 && named.every(Number.isFinite) ? named : points.map(({ values }) => values[axis] as number);
  return [...new Set(levels)].sort((a, b) => a - b);
}

/** At most five marks, ends included. */
function fewer(marks: number[]): number[] {
  if (marks.length <= 5) return marks;
  const step = Math.ceil((marks.length - 1) / 4);
  return marks.filter((_, i) => i % step === 0);
}
