import type { Figure } from '../../figures/figure.ts';
import type { StudyResult } from '../../flow/study.ts';
import { say } from '../../words/words.ts';
import { frontierChart } from './frontier-chart.ts';
import { inputName, valueWords } from './input-words.ts';
import { capital, outputWords } from './output-words.ts';

/** The output along the input that the study looks along, by all other inputs; none without `find`. */
export function frontierFigure(result: StudyResult): Figure[] {
  if (!result.frontier) return [];
  const { output, level, along } = result.frontier;
  const { name, head, show } = outputWords(output);
  const points = result.points.filter(({ columns }) => Number.isFinite(columns[output]));
  return [
    {
      id: `frontier-${output}`,
      title: say('sweep.frontier-title', { output: capital(name), input: inputName(result, along) }),
      sentence: say('sweep.frontier-say', { level: show(level) }),
      chart: frontierChart(result),
      columns: [
        ...result.inputs.map((input) => input.label ?? input.name),
        head,
        say('sweep.ci-from'),
        say('sweep.to'),
      ],
      rows: points.map(({ values, columns }) => [
        ...values.map((value, i) => (typeof value === 'number' ? value : valueWords(result, i, value))),
        columns[output],
        columns[`${output}.low`] ?? Number.NaN,
        columns[`${output}.high`] ?? Number.NaN,
      ]),
    },
  ];
}
