import type { Chart } from '../../figures/chart.ts';
import { panelsChart } from '../../figures/panels-chart.ts';
import { ticks } from '../../figures/ticks.ts';
import type { PointResult, StudyResult } from '../../flow/study.ts';
import { say } from '../../words/words.ts';
import { inputName, namedValue, valueWords } from './input-words.ts';
import { outputWords } from './output-words.ts';
import { varyingInputs } from './varying.ts';

const MAX_PANELS = 6;

/**
 * The output along the input that a study looks along: a line for each combination of the other inputs with its 95 % band,
 * in a panel for each value of the last of them, and the level that is looked for.
 */
export function frontierChart(result: StudyResult): Chart {
  const { output, level, along } = result.frontier!;
  const axis = result.inputs.findIndex(({ name }) => name === along);
  const others = varyingInputs(result).filter((index) => index !== axis);
  const panelInput = others.at(-1);
  const lineInputs = others.slice(0, -1);
  const groups = [...groupBy(result.points, panelInput === undefined ? [] : [panelInput]).values()];
  const at = result.points.map(({ values }) => values[axis] as number);
  const [low, high] = [Math.min(...at), Math.max(...at)];
  const isLog = low > 0 && high / low >= 8;
  const keys = lineInputs.length === 0 ? [] : [...groupBy(result.points, lineInputs).keys()];
  return panelsChart({
    panels: groups.slice(0, MAX_PANELS).map((points) => ({
      title: panelInput === undefined ? '' : panelTitle(result, panelInput, points[0]),
      lines: [...groupBy(points, lineInputs)].map(([key, line]) => ({
        name: legendWords(result, lineInputs, key),
        points: line
          .filter(({ columns }) => Number.isFinite(columns[output]))
          .map((point) => ({
            x: point.values[axis] as number,
            value: column(point, output),
            low: column(point, `${output}.low`),
            high: column(point, `${output}.high`),
          }))
          .sort((a, b) => a.x - b.x),
      })),
    })),
    x: {
      low,
      high,
      isLog,
      marks: fewer(isLog ? levelsOf(result, axis) : ticks(low, high, 4)),
      title: inputName(result, along),
    },
    y: {
      most: output === 'expectedLeakers' ? Math.max(...result.points.map((point) => column(point, output))) : undefined,
      words: outputWords(output).show,
    },
    level,
    names: keys.map((key) => legendWords(result, lineInputs, key)),
  });
}

function panelTitle(result: StudyResult, input: number, { values }: PointResult): string {
  return namedValue(inputName(result, result.inputs[input].name), valueWords(result, input, values[input]));
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
    .map((index, i) => namedValue(inputName(result, result.inputs[index].name), valueWords(result, index, values[i])))
    .join(say('join.comma'));
}

/** The levels of an input as the study has them, without what a search put between; of a matrix all its values. */
function levelsOf({ inputs, points }: StudyResult, axis: number): number[] {
  const named = (inputs[axis].labels ?? []).map(Number);
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
