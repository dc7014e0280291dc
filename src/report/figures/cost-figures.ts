import type { Figure } from '../../figures/figure.ts';
import { sCurveChart } from '../../figures/s-curve-chart.ts';
import { tornadoChart } from '../../figures/tornado-chart.ts';
import { yearsChart } from '../../figures/years-chart.ts';
import type { CostAnswer, Result } from '../../flow/result.ts';
import { said } from '../../flow/said.ts';
import { isWide, plain } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';
import { inputWords } from '../input-words.ts';

const MOST_SWINGS = 12;
const MOST_ELEMENTS = 7;

/** What moves the cost most: each input with a range at its low and its high. */
export function tornadoFigure({ cost }: Result): Figure | null {
  if (!cost || cost.uncertainty.tornado.length === 0) return null;
  const rows = cost.uncertainty.tornado;
  const first = rows[0];
  const sentence = say('figure.tornado-say', {
    input: inputWords(first.element, first.path),
    lowCost: first.totalAtLowMusd,
    low: first.low,
    highCost: first.totalAtHighMusd,
    high: first.high,
  });
  return {
    id: 'tornado',
    title: say('figure.tornado'),
    sentence,
    chart: tornadoChart(
      cost.result.totalMusd / 1000,
      rows.slice(0, MOST_SWINGS).map(({ element, path, low, high, totalAtLowMusd, totalAtHighMusd }) => ({
        name: inputWords(element, path),
        atLow: totalAtLowMusd / 1000,
        atHigh: totalAtHighMusd / 1000,
        lowWords: plain(low),
        highWords: plain(high),
      })),
      undefined,
      say('figure.busd-all'),
    ),
    columns: ['element', 'path', 'low', 'value', 'high', 'totalAtLowMusd', 'totalAtHighMusd', 'swingMusd'],
    rows: rows.map((r) => [
      r.element,
      r.path,
      r.low,
      r.value,
      r.high,
      r.totalAtLowMusd,
      r.totalAtHighMusd,
      r.swingMusd,
    ]),
  };
}

/** Cost by year and its distribution. */
export function costFigures({ cost }: Result): Figure[] {
  if (!cost || cost.result.totalMusd <= 0) return [];
  return [yearFigure(cost), sCurveFigure(cost)].filter((figure) => figure !== null);
}

function yearFigure({ result, uncertainty }: CostAnswer): Figure {
  const { startYear, years, elements, yearMusd, totalMusd } = result;
  const sorted = elements.filter((each) => each.totalMusd > 0).sort((a, b) => b.totalMusd - a.totalMusd);
  const layers = sorted
    .slice(0, MOST_ELEMENTS)
    .map((each) => ({ name: each.id, values: each.yearMusd.map((musd) => musd / 1000) }));
  const rest = sorted.slice(MOST_ELEMENTS);
  if (rest.length > 0) {
    const values = yearMusd.map((_, i) => rest.reduce((sum, each) => sum + each.yearMusd[i], 0) / 1000);
    layers.push({ name: say('part.more', { count: rest.length }), values });
  }
  const isRanged = uncertainty.yearMusd.some(isWide);
  const peak = yearMusd.indexOf(Math.max(...yearMusd));
  const sentence = say('figure.cost-by-year-say', {
    total: totalMusd,
    from: startYear,
    to: startYear + years - 1,
    peak: startYear + peak,
    most: yearMusd[peak],
    lines: isRanged ? said('figure.cost-lines') : '',
  });
  return {
    id: 'cost-by-year',
    title: say('figure.cost-by-year'),
    sentence,
    chart: yearsChart(
      startYear,
      layers,
      say('figure.busd-of', { year: result.priceYear }),
      uncertainty.yearMusd.map(({ p10, p90 }) => ({ p10: p10 / 1000, p90: p90 / 1000 })),
    ),
    columns: ['year', ...elements.map(({ id }) => `${id}Musd`), 'totalMusd', 'p10Musd', 'p90Musd'],
    rows: yearMusd.map((musd, i) => [
      startYear + i,
      ...elements.map((each) => each.yearMusd[i]),
      musd,
      uncertainty.yearMusd[i]?.p10 ?? musd,
      uncertainty.yearMusd[i]?.p90 ?? musd,
    ]),
  };
}

/** The curve is of the whole horizon: of budgets only those for all of it stand beside it. */
function sCurveFigure({ uncertainty, result: { startYear, years } }: CostAnswer): Figure | null {
  const { sCurve, totalMusd } = uncertainty;
  const announced = uncertainty.announced.filter(({ untilYear }) => untilYear === startYear + years - 1);
  if (sCurve.length < 2 || !isWide(totalMusd)) return null;
  const list = announced.map(({ budgetMusd: budget, underProbability: share, underHighProbability: high }) =>
    share === 0 ? said('figure.chance-under', { high, budget }) : said('figure.chance', { share, budget }),
  );
  const { p10, p50, p90 } = totalMusd;
  const chances = list.length > 0 ? said('figure.chances', { list }) : '';
  const sentence = say('figure.s-curve-say', { p50, p10, p90, chances });
  return {
    id: 'cost-s-curve',
    title: say('figure.s-curve'),
    sentence,
    chart: sCurveChart(
      sCurve.map(({ costMusd, probability }) => ({ value: costMusd / 1000, probability })),
      announced.map(({ budgetMusd, name }) => ({
        value: budgetMusd / 1000,
        name: say('figure.budget', { budget: budgetMusd, name }),
      })),
      say('figure.busd'),
    ),
    columns: ['costMusd', 'probability'],
    rows: sCurve.map(({ costMusd, probability }) => [costMusd, probability]),
  };
}
