import type { Figure } from '../../figures/figure.ts';
import { mapChart } from '../../figures/map-chart.ts';
import type { LaunchMap } from '../../flow/launch-map.ts';
import { said } from '../../flow/said.ts';
import { count } from '../../words/numbers.ts';
import { say, tell } from '../../words/words.ts';

/** Where it works: a map over launch cells. */
export function mapFigure(map: LaunchMap): Figure {
  const { beside = [] } = map;
  const known = map.values.filter(Number.isFinite);
  const words = (value: number) => count(value, map.digits);
  const spread =
    known.length > 0
      ? said('figure.map-from', { low: words(Math.min(...known)), high: words(Math.max(...known)) })
      : said('figure.map-none');
  const sentence = say('figure.map-say', { meaning: map.meaning, spread });
  const centre = (index: number, many: number, span: number) => ((index + 0.5) / many - 0.5) * span;
  return {
    id: map.id,
    title: tell(map.title),
    sentence,
    chart: mapChart(map, words, tell(map.unit)),
    columns: ['latDeg', 'lonDeg', map.column, ...beside.map(({ column }) => column)],
    rows: map.values.flatMap((value, cell) => {
      if (!Number.isFinite(value) && !map.blank?.cells[cell]) return [];
      const latDeg = centre(Math.floor(cell / map.columns), map.rows, 180);
      const lonDeg = centre(cell % map.columns, map.columns, 360);
      return [[latDeg, lonDeg, Number.isFinite(value) ? value : '', ...beside.map(({ values }) => values[cell])]];
    }),
  };
}
